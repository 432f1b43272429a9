using System.CommandLine;
using System.IO.Pipelines;
using CustomerUpdate.Api.Hub;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.CommandLine;

/// <summary><c>import FILE --tenant ID</c>: what <c>POST /tenants/{id}/import</c> does, of a file.</summary>
internal static class ImportVerb
{
    // Some batches of lines at once.
    private const int BufferSize = 64 * 1024;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "One canonical customer a line (NDJSON); - is the standard input." };
        var tenant = TenantOption.Create();
        return new Command("import", "Bring customers in: new ones are made, known ones updated, and bad lines named and passed over.") { file, tenant }
            .Does((parsed, app, cancellationToken) =>
            {
                var id = parsed.GetRequiredValue(tenant);
                return app.ForTenantAsync(id, found => ImportAsync(parsed, app, found, parsed.GetRequiredValue(file), cancellationToken), cancellationToken);
            });
    }

    private static async Task<string?> ImportAsync(
        ParseResult parsed, WebApplication app, Tenant tenant, string file, CancellationToken cancellationToken)
    {
        await using var input = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        var caller = new Caller(tenant, null, HubContract.Description.Name, KeyRole.Admin);
        var request = new ImportRequest(caller, Guid.CreateVersion7().ToString("N"), IsDryRun: false);
        var results = app.Services.GetRequiredService<CustomerImport>()
            .RunAsync(request, input.CanSeek ? Read(input) : ReadAside(input), cancellationToken);
        var error = parsed.InvocationConfiguration.Error;
        var counts = new ImportCounts();
        try
        {
            await RecordProgress.RunAsync("Importing", error, ReportAsync);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return $"Stopped before the end, after line {counts.LastLine}: {counts}. What was imported is found again when the file is.";
        }

        await parsed.InvocationConfiguration.Output.WriteLineAsync($"{counts}.");
        return counts.Failed > 0 ? $"{counts.Failed} of {counts.Total} lines failed; they are named above." : null;

        async Task ReportAsync(RecordProgress progress)
        {
            await foreach (var result in results)
            {
                counts.Add(result);
                if (result.Errors is { } errors)
                {
                    progress.WriteLine($"line {result.Line}: {string.Join("; ", errors.Select(wrong => $"{wrong.Pointer} {wrong.Message}".Trim()))}");
                }

                progress.Report(counts.Total, input.CanSeek && input.Length > 0 ? (double)input.Position / input.Length : null);
            }
        }
    }

    private static PipeReader Read(Stream input) => PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: BufferSize));

    // Nothing stops a read of the standard input that waits: whoever stops the import must not have to wait for it too.
    private static PipeReader ReadAside(Stream input)
    {
        var pipe = new Pipe();
        _ = Task.Run(FillAsync);
        return pipe.Reader;

        async Task FillAsync()
        {
            Exception? broken = null;
            try
            {
                await Read(input).CopyToAsync(pipe.Writer);
            }
            catch (IOException failed)
            {
                broken = failed;
            }

            await pipe.Writer.CompleteAsync(broken);
        }
    }
}
