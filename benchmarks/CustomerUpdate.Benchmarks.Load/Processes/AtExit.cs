using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CustomerUpdate.Benchmarks.Load.Processes;

/// <summary>Leaves nothing behind, however this program ends.</summary>
internal static class AtExit
{
    private static readonly Lock Gate = new();
    private static readonly List<Process> Started = [];
    private static readonly List<string> Folders = [];
    private static readonly List<PosixSignalRegistration> Signals = [];

    static AtExit()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => CleanUp();
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
        {
            Signals.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                Environment.Exit(130);
            }));
        }
    }

    /// <summary>Ends a process, if it has not ended by then.</summary>
    public static Process End(Process process)
    {
        lock (Gate)
        {
            Started.Add(process);
        }

        return process;
    }

    /// <summary>Deletes a folder, if it is still there.</summary>
    public static string Delete(string folder)
    {
        lock (Gate)
        {
            Folders.Add(folder);
        }

        return folder;
    }

    private static void CleanUp()
    {
        lock (Gate)
        {
            foreach (var process in Started.Where(IsRunning))
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }

            foreach (var folder in Folders.Where(Directory.Exists))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static bool IsRunning(Process process)
    {
        try
        {
            return !process.HasExited;
        }
        catch (InvalidOperationException)
        {
            return false; // it was ended and disposed of before
        }
    }
}
