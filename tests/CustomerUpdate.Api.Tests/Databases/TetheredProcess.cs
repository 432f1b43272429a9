using System.Collections.Concurrent;
using System.Diagnostics;

namespace CustomerUpdate.Api.Tests.Databases;

/// <summary>
/// A child process that cannot outlive this one. It holds the read end of a pipe as its standard input and stops when that ends. The
/// operating system closes our end however this process goes, by return, crash or SIGKILL, so no exit handler of ours has to run.
/// </summary>
internal sealed class TetheredProcess
{
    private const int TailLines = 40;

    private readonly Process process;
    private readonly ConcurrentQueue<string> log = new();

    private TetheredProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Whether it has stopped.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>The last lines that it printed.</summary>
    public string LogTail => string.Join('\n', log);

    /// <summary>Starts a command that heeds the end of its standard input.</summary>
    public static TetheredProcess Start(IReadOnlyList<string> command) => new(Process.Start(new ProcessStartInfo(command[0], command.Skip(1))
    {
        // A folder that every user may enter: the child may run as another one.
        WorkingDirectory = "/",
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!);

    /// <summary>Ends its standard input, which stops it, and waits a little for it to be gone.</summary>
    public void Release()
    {
        process.StandardInput.Close();
        if (process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            process.WaitForExit(); // Without a limit it also waits until all output has been read.
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            log.Enqueue(line);
        }

        while (log.Count > TailLines && log.TryDequeue(out _))
        {
        }
    }
}
