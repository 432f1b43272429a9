using System.CommandLine;
using CustomerUpdate.Api.Startup;

namespace CustomerUpdate.Api.CommandLine;

/// <summary><c>serve</c>, the default: the web host. Everything after it is the host's own configuration.</summary>
internal static class ServeVerb
{
    private const string Name = "serve";

    /// <summary>The verb.</summary>
    /// <param name="args">The whole command line.</param>
    public static Command Create(string[] args)
    {
        var command = new Command(Name, "Serve over HTTP (the default). Takes every setting of the host, such as --urls http://127.0.0.1:5080 or --environment Development.");
        MakeDefault(command, args);
        return command;
    }

    /// <summary>Makes a command serve.</summary>
    public static void MakeDefault(Command command, string[] args)
    {
        // A setting's name, its value and its spelling (--name value, --name=value, /name value, name=value) are for the host to read.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, _) => ServeAsync(parsed, args.Length > 0 && args[0] == Name ? args[1..] : args));
    }

    /// <summary>Whether a command line asks to serve.</summary>
    public static bool IsMeant(ParseResult parsed) => parsed.CommandResult.Command is RootCommand or { Name: Name };

    private static async Task<int> ServeAsync(ParseResult parsed, string[] settings)
    {
        if (settings is [[not ('-' or '/'), ..] word, ..] && !word.Contains('=', StringComparison.Ordinal))
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no verb '{word}'; --help lists them.");
            return 1;
        }

        try
        {
            await RunAsync(settings);
            return 0;
        }
        catch (Exception refused) when (StartupRefusal.Find(refused) is { } sentence)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    private static async Task RunAsync(string[] settings)
    {
        // Configuration lies beside the program, wherever it is started from; data lies where it is started.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.AddCustomerUpdate();
        var quiet = new QuietStart(builder.Logging);

        await using var app = builder.Build();
        quiet.EndWith(app.Lifetime);
        app.UseCustomerUpdate();
        await app.RunAsync();
    }
}
