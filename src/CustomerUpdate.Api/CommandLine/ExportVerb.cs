using System.CommandLine;
using System.IO.Pipelines;
using CustomerUpdate.Api.Hub;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.CommandLine;

/// <summary><c>export FILE --tenant ID</c>: what <c>GET /tenants/{id}/export</c> answers, in a file.</summary>
internal static class ExportVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Where to write one canonical customer a line (NDJSON); - is the standard output." };
        var tenant = TenantOption.Create();
        return new Command("export", "Write all customers of a tenant out, in the form that import reads.") { file, tenant }
            .Does((parsed, app, cancellationToken) =>
            {
                var id = parsed.GetRequiredValue(tenant);
                return app.ForTenantAsync(id, found => ExportAsync(parsed, app, found, parsed.GetRequiredValue(file), cancellationToken), cancellationToken);
            });
    }

    private static async Task<string?> ExportAsync(
        ParseResult parsed, WebApplication app, Tenant tenant, string file, CancellationToken cancellationToken)
    {
        await using var output = file == "-" ? Console.OpenStandardOutput() : File.Create(file);
        var written = 0L;
        await RecordProgress.RunAsync("Exporting", parsed.InvocationConfiguration.Error, async progress =>
        {
            var customers = app.Services.GetRequiredService<CustomerExport>().RunAsync(tenant.Id, cancellationToken)
                .Select(customer =>
                {
                    progress.Report(++written, null);
                    return customer;
                });
            var writer = PipeWriter.Create(output);
            await NdjsonWriter.WriteAsync(writer, customers, HubJson.Default.HubCustomer, flushEvery: 100, cancellationToken);
            await writer.CompleteAsync();
        });

        // Never on the standard output, which may be the export.
        await parsed.InvocationConfiguration.Error.WriteLineAsync($"{written} customers exported.");
        return null;
    }
}
