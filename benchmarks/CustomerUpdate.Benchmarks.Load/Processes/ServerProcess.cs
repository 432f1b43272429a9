using System.Diagnostics;
using System.Globalization;

namespace CustomerUpdate.Benchmarks.Load.Processes;

/// <summary>A web server under load: the host, or a peer.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, int port)
    {
        this.process = process;
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>From the start of its process to its first answer.</summary>
    public TimeSpan StartTook { get; private init; }

    /// <summary>Its process.</summary>
    public int ProcessId => process.Id;

    /// <summary>The most memory that it ever held, in bytes.</summary>
    public long PeakMemory => ProcessFiles.PeakMemoryOf(process.Id);

    /// <summary>Starts a .NET program, and waits until it answers 200.</summary>
    /// <param name="assembly">The program.</param>
    /// <param name="settings">Its configuration, as environment variables.</param>
    /// <param name="readiness">Where it says whether it is ready.</param>
    public static Task<ServerProcess> StartDotnetAsync(string assembly, IReadOnlyDictionary<string, string> settings, string readiness)
    {
        var port = Ports.Free();
        var start = new ProcessStartInfo("dotnet", [assembly, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")]);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return StartAsync(start, port, settings, readiness);
    }

    /// <summary>Starts a program of Node's, and waits until it answers 200.</summary>
    public static Task<ServerProcess> StartNodeAsync(string script, IReadOnlyDictionary<string, string> settings, string readiness)
    {
        var port = Ports.Free();
        var start = new ProcessStartInfo("node", [script]);
        start.Environment["NODE_ENV"] = "production";
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        return StartAsync(start, port, settings, readiness);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<ServerProcess> StartAsync(ProcessStartInfo start, int port, IReadOnlyDictionary<string, string> settings, string readiness)
    {
        start.WorkingDirectory = Path.GetTempPath();
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var started = Stopwatch.GetTimestamp();
        var process = Command.Start(start);
        await ReadyProbe.WaitAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/{readiness}")), process);
        return new ServerProcess(process, port) { StartTook = Stopwatch.GetElapsedTime(started) };
    }
}
