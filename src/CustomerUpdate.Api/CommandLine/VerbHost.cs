using System.CommandLine;
using System.Data.Common;
using CustomerUpdate.Api.Hub;
using CustomerUpdate.Api.Storage;
using Microsoft.Extensions.Logging.Console;

namespace CustomerUpdate.Api.CommandLine;

/// <summary>Runs a verb on the host's own services, without a host that listens.</summary>
internal static class VerbHost
{
    /// <summary>Makes a verb of what it does.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="work">Does it; answers null, or why it could not in one sentence.</param>
    public static Command Does(this Command command, Func<ParseResult, WebApplication, CancellationToken, Task<string?>> work)
    {
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await Task.Yield(); // signals are listened for once this has begun, and a verb on SQLite may never wait for anything
            if (await TryAsync(parsed, work, cancellationToken) is not { } refusal)
            {
                return 0;
            }

            await parsed.InvocationConfiguration.Error.WriteLineAsync(refusal);
            return 1;
        });
        return command;
    }

    private static async Task<string?> TryAsync(
        ParseResult parsed, Func<ParseResult, WebApplication, CancellationToken, Task<string?>> work, CancellationToken cancellationToken)
    {
        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            return $"'{unknown}' is not understood; --help says what is.";
        }

        try
        {
            await using var app = Build();
            return DatabaseSettings.Refusal(app.Configuration) ?? await work(parsed, app, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return "Stopped before the end.";
        }
        catch (Exception known) when (known is IOException or UnauthorizedAccessException or DbException || known.InnerException is DbException)
        {
            return known.Message.ReplaceLineEndings(" ");
        }
#pragma warning disable CA1031 // whoever runs a verb reads sentences
        catch (Exception unforeseen)
#pragma warning restore CA1031
        {
            return $"An error of ours ended it ({unforeseen.GetType().Name}): {unforeseen.Message.ReplaceLineEndings(" ")}";
        }
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.AddCustomerUpdate();

        // The output is the verb's: it may be the export itself.
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            console.FormatterName = ConsoleFormatterNames.Simple; // whoever runs a verb reads it
        }).SetMinimumLevel(LogLevel.Error);

        // A line of an import that nobody foresaw is said as that line's failure.
        builder.Logging.AddFilter(typeof(LineImport).FullName, LogLevel.None);

        // What the database refuses is an exception here, and said in a sentence; that an empty one has no history of migrations is none.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        return builder.Build();
    }
}
