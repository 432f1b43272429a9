using System.Diagnostics;
using System.Globalization;

namespace CustomerUpdate.Benchmarks.Load.Processes;

/// <summary>A throw-away PostgreSQL in a temporary folder, on the loopback interface. It writes through to the disk, as a real one does.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    // What anybody sets on a machine of its own. Durability stays as it is by default: fsync and synchronous_commit are on.
    private static readonly string[] Settings =
    [
        "shared_buffers=512MB", "max_wal_size=4GB", "checkpoint_timeout=15min", "max_connections=300", "maintenance_work_mem=256MB", "listen_addresses=127.0.0.1",
    ];

    private readonly string folder;
    private Process? server;

    private PostgresCluster(string folder) => this.folder = folder;

    /// <summary>Where PostgreSQL's programs are: the newest version's.</summary>
    public static string Programs { get; } =
        Directory.GetDirectories("/usr/lib/postgresql").OrderBy(version => int.Parse(Path.GetFileName(version), CultureInfo.InvariantCulture)).Last() + "/bin";

    /// <summary>Where it listens.</summary>
    public int Port { get; } = Ports.Free();

    /// <summary>The process that all of its others are children of.</summary>
    public int ProcessId => server!.Id;

    /// <summary>Makes it and starts it.</summary>
    /// <param name="parent">The folder to put it in; null for the system's temporary one.</param>
    public static async Task<PostgresCluster> CreateAsync(string? parent)
    {
        var folder = parent is null
            ? Directory.CreateTempSubdirectory("cu-bench-").FullName
            : Directory.CreateDirectory(Path.Combine(parent, $"cu-bench-{Environment.ProcessId}")).FullName;
        var cluster = new PostgresCluster(AtExit.Delete(folder));
        if (Environment.IsPrivilegedProcess)
        {
            await Command.RunAsync("chown", "postgres", folder);
        }

        await Command.RunAsync(Unprivileged(
            Path.Combine(Programs, "initdb"), "-D", cluster.Data, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"));
        await cluster.StartAsync();
        return cluster;
    }

    /// <summary>The connection string of one of its databases.</summary>
    public string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database}");

    /// <summary>How long a write to its disk takes, in microseconds; null where the program that knows is missing.</summary>
    public async Task<double?> MeasureSyncAsync()
    {
        var program = Path.Combine(Programs, "pg_test_fsync");
        if (!File.Exists(program))
        {
            return null;
        }

        // The first line about fdatasync is about one block of 8 kB: "fdatasync   14521.431 ops/sec      69 usecs/op".
        var answer = await Command.RunAsync(Unprivileged(program, "-s", "1", "-f", Path.Combine(folder, "sync")));
        var words = answer.Split('\n').First(line => line.Contains("fdatasync  ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return double.Parse(words[^2], CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (server is { HasExited: false })
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }

        server?.Dispose();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true); // else this program was told to end, and did so already
        }
    }

    private string Data => Path.Combine(folder, "data");

    private async Task StartAsync()
    {
        var arguments = Unprivileged([
            Path.Combine(Programs, "postgres"), "-D", Data, "-k", folder, "-p", Port.ToString(CultureInfo.InvariantCulture), .. Settings.SelectMany(setting => new[] { "-c", setting })]);
        server = Command.Start(new ProcessStartInfo(arguments[0], arguments.Skip(1)) { WorkingDirectory = "/" });
        await ReadyProbe.WaitAsync(IsReadyAsync, server);
    }

    private async Task<bool> IsReadyAsync()
    {
        using var asked = Command.Start(new ProcessStartInfo(Path.Combine(Programs, "pg_isready"), ["-q", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture)]));
        await asked.WaitForExitAsync();
        return asked.ExitCode == 0;
    }

    // initdb and postgres refuse to run as root.
    private static string[] Unprivileged(params string[] command) =>
        Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", .. command] : command;
}
