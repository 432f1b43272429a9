using System.Diagnostics;
using System.Globalization;

namespace CustomerUpdate.Faults;

/// <summary>A throw-away PostgreSQL that can be killed and started again. It writes through to the disk, as a real one does.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private readonly string bin;
    private readonly string folder;
    private Process? server;

    private PostgresCluster(string bin, string folder)
    {
        this.bin = bin;
        this.folder = folder;
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; } = Ports.Free();

    /// <summary>Its connection string, by way of a port.</summary>
    public static string ConnectionString(int port) => $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Timeout=5;Command Timeout=5";

    /// <summary>Makes it and starts it.</summary>
    public static async Task<PostgresCluster> CreateAsync()
    {
        var bin = Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Order().Last();
        var folder = Directory.CreateTempSubdirectory("cu-faults-").FullName;
        var cluster = new PostgresCluster(bin, folder);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync(["chown", "postgres", folder]);
        }

        await RunAsync([.. Unprivileged(), Path.Combine(bin, "initdb"), "-D", cluster.Data, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"]);
        await cluster.StartAsync();
        return cluster;
    }

    private string Data => Path.Combine(folder, "data");

    /// <summary>Starts it, and waits until it takes connections again.</summary>
    public async Task StartAsync()
    {
        server = Start([.. Unprivileged(), Path.Combine(bin, "postgres"), "-D", Data, "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-k", folder]);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await IsReadyAsync())
        {
            if (server.HasExited)
            {
                throw new InvalidOperationException("PostgreSQL ended.");
            }

            await pause.WaitForNextTickAsync();
        }
    }

    /// <summary>Ends the server and all of its processes without a word.</summary>
    public async Task KillAsync()
    {
        server!.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        server!.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    // The command that ends with the server's own word for it.
    private async Task<bool> IsReadyAsync()
    {
        using var asked = Start([Path.Combine(bin, "pg_isready"), "-q", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture)]);
        await asked.WaitForExitAsync();
        return asked.ExitCode == 0;
    }

    // initdb and postgres refuse to run as root.
    private static string[] Unprivileged() => Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];

    private static async Task RunAsync(IReadOnlyList<string> command)
    {
        using var process = Start(command);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}.");
        }
    }

    private static Process Start(IReadOnlyList<string> command)
    {
        var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
