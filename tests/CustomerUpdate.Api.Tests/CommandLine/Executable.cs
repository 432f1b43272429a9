using System.Diagnostics;
using CustomerUpdate.Api.Tests.Databases;

namespace CustomerUpdate.Api.Tests.CommandLine;

/// <summary>The executable as people run it: a process of its own, whose outputs are no terminal.</summary>
/// <param name="database">The database that it is configured with.</param>
/// <param name="environment">The host's environment.</param>
/// <param name="settings">More configuration.</param>
internal sealed class Executable(DatabaseUnderTest database, string environment = "Development", Dictionary<string, string?>? settings = null)
{
    /// <summary>Runs it to its end.</summary>
    public Task<Run> RunAsync(params string[] arguments) => RunAsync("", arguments);

    /// <summary>Runs it until it has written a line, and asks it to end then, as those do who run services.</summary>
    public async Task<Run> RunToFirstLineAsync(params string[] arguments)
    {
        using var process = Process.Start(Start(arguments))!;
        using var tooSlow = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var error = process.StandardError.ReadToEndAsync(tooSlow.Token);
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(tooSlow.Token);
            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            var rest = await process.StandardOutput.ReadToEndAsync(tooSlow.Token);
            await process.WaitForExitAsync(tooSlow.Token);
            return new Run(process.ExitCode, $"{line}\n{rest}", await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Runs it to its end with something on its standard input.</summary>
    public async Task<Run> RunAsync(string input, string[] arguments)
    {
        using var process = Process.Start(Start(arguments))!;
        using var tooSlow = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var output = process.StandardOutput.ReadToEndAsync(tooSlow.Token);
        var error = process.StandardError.ReadToEndAsync(tooSlow.Token);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(tooSlow.Token);
            return new Run(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Runs it with something on its standard input, which does not end, until it has written a line on the error output; and asks it to end then.</summary>
    public async Task<Run> RunToErrorLineAsync(string input, Func<string, bool> isLine, string[] arguments)
    {
        using var process = Process.Start(Start(arguments))!;
        using var tooSlow = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await process.StandardInput.WriteAsync(input);
            await process.StandardInput.FlushAsync(tooSlow.Token);
            while (await process.StandardError.ReadLineAsync(tooSlow.Token) is { } line && !isLine(line))
            {
            }

            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await process.WaitForExitAsync(tooSlow.Token);
            return new Run(process.ExitCode, await process.StandardOutput.ReadToEndAsync(tooSlow.Token), await process.StandardError.ReadToEndAsync(tooSlow.Token));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Starts it on a free port, and waits until it says where it listens.</summary>
    public Task<ServingExecutable> ServeAsync() => ServingExecutable.StartAsync(Start(["--urls", "http://127.0.0.1:0"]));

    private ProcessStartInfo Start(string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["DOTNET_TieredPGO"] = "0"; // as in the tests' own process: nothing runs long enough here
        foreach (var (name, value) in database.Settings.Concat(settings ?? []))
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value ?? "";
        }

        return start;
    }
}

/// <summary>What a run of the executable left behind.</summary>
/// <param name="ExitCode">0 when all went well.</param>
/// <param name="Output">The standard output.</param>
/// <param name="Error">The error output.</param>
internal sealed record Run(int ExitCode, string Output, string Error);
