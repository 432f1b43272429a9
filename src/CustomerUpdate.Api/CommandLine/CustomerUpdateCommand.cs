using System.CommandLine;
using System.CommandLine.Invocation;

namespace CustomerUpdate.Api.CommandLine;

/// <summary>The command line: verbs for people, and a host where none is given.</summary>
internal static class CustomerUpdateCommand
{
    /// <summary>Runs what the arguments ask for.</summary>
    /// <returns>The process's exit code: 0 when all went well, else 1.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Speaks five vendors' customer-update contracts and keeps one customer behind them. Without a verb it serves.")
        {
            ServeVerb.Create(args),
            MigrateVerb.Create(),
            SeedVerb.Create(),
            ImportVerb.Create(),
            ExportVerb.Create(),
            KeysVerb.Create(),
            HealthVerb.Create(),
        };
        ServeVerb.MakeDefault(root, args);
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }); // a setting may start with an @
        if (parsed.Action is ParseErrorAction)
        {
            await Console.Error.WriteLineAsync(string.Join(' ', parsed.Errors.Select(error => error.Message)));
            return 1;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = ServeVerb.IsMeant(parsed) ? null : TimeSpan.FromSeconds(10), // a host stops itself, and takes its time
        });
    }
}
