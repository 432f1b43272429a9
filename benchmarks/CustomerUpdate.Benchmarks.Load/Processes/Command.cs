using System.Diagnostics;

namespace CustomerUpdate.Benchmarks.Load.Processes;

/// <summary>Another program, run to its end.</summary>
internal static class Command
{
    /// <summary>Runs it.</summary>
    /// <returns>What it wrote on its standard output.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static Task<string> RunAsync(params IReadOnlyList<string> command) => RunAsync(new ProcessStartInfo(command[0], command.Skip(1)));

    /// <inheritdoc cref="RunAsync(IReadOnlyList{string})"/>
    public static async Task<string> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = AtExit.End(Process.Start(start)!);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}: {await output}{await errors}");
    }

    /// <summary>Starts a program that goes on running. What it says goes nowhere, so that nobody has to read along while it is measured.</summary>
    public static Process Start(ProcessStartInfo start)
    {
        start.ArgumentList.Insert(0, start.FileName);
        start.ArgumentList.Insert(0, "exec \"$0\" \"$@\" >/dev/null 2>&1");
        start.ArgumentList.Insert(0, "-c");
        start.FileName = "sh";
        return AtExit.End(Process.Start(start)!);
    }
}
