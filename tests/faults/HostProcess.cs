using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CustomerUpdate.Faults;

/// <summary>The host as a process that can be killed and started again, always on the same port.</summary>
/// <param name="settings">Its configuration, as environment variables.</param>
internal sealed class HostProcess(IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    /// <summary>The operator's key.</summary>
    public const string OperatorKey = "cu_operator_key_of_the_fault_tests";

    private static readonly string Assembly = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "../../../../../src/CustomerUpdate.Api/bin/Release/net10.0/CustomerUpdate.Api.dll"));

    private readonly int port = Ports.Free();
    private Process? process;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));

    /// <summary>Starts it, and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, "--urls", Address.ToString()]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Operator__Key"] = OperatorKey;
        start.Environment["Database__MigrateOnStart"] = "true";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        await UntilReadyAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Ends it without a word.</summary>
    public async Task KillAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, and waits until it has.</summary>
    /// <returns>How long that took, and its exit code.</returns>
    public async Task<(TimeSpan Took, int ExitCode)> TerminateAsync()
    {
        var started = Stopwatch.GetTimestamp();
        using var kill = Process.Start("kill", ["-TERM", process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
        return (Stopwatch.GetElapsedTime(started), process.ExitCode);
    }

    /// <summary>Waits until it is ready.</summary>
    public async Task UntilReadyAsync(TimeSpan patience)
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(10) };
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var started = Stopwatch.GetTimestamp();
        while (!await IsReadyAsync(client))
        {
            if (Stopwatch.GetElapsedTime(started) > patience || process!.HasExited)
            {
                throw new InvalidOperationException($"The host was not ready within {patience.TotalSeconds:0} s.");
            }

            await pause.WaitForNextTickAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await KillAsync();
        }

        process?.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync(new Uri("health/ready", UriKind.Relative))).StatusCode == HttpStatusCode.OK;
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}

/// <summary>Ports of the loopback interface.</summary>
internal static class Ports
{
    /// <summary>A port that nobody listens on.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
