using System.Diagnostics;
using CustomerUpdate.Benchmarks.Load.Customers;
using CustomerUpdate.Benchmarks.Load.Loads;
using CustomerUpdate.Benchmarks.Load.Processes;
using CustomerUpdate.Benchmarks.Load.Reports;

namespace CustomerUpdate.Benchmarks.Load;

/// <summary>A host over a store that is filled with customers.</summary>
/// <param name="Server">The host.</param>
/// <param name="Work">Its tenant.</param>
/// <param name="Ledger">What counts what it writes.</param>
/// <param name="Customers">How many customers there are beside the template.</param>
/// <param name="Database">The database's process; null where the host is its own database.</param>
internal sealed record HostOnStore(ServerProcess Server, Workplace Work, Ledger Ledger, long Customers, int? Database) : IAsyncDisposable
{
    /// <summary>Starts one on a new database of a cluster, and fills it.</summary>
    public static async Task<HostOnStore> OnPostgresAsync(PostgresCluster cluster, string database, long customers, int entries)
    {
        await Command.RunAsync(Path.Combine(PostgresCluster.Programs, "createdb"), "-h", "127.0.0.1", "-p", $"{cluster.Port}", "-U", "postgres", database);
        var settings = Settings(cluster, database);
        var migrate = new ProcessStartInfo("dotnet", [Places.Host, "migrate"]);
        foreach (var (name, value) in settings)
        {
            migrate.Environment[name] = value;
        }

        await Command.RunAsync(migrate);
        return await FilledAsync(settings, new PostgresStore(cluster.ConnectionString(database)), customers, entries, cluster.ProcessId);
    }

    /// <summary>Starts one on a file of SQLite's, with the settings that it has by default, and fills it.</summary>
    public static Task<HostOnStore> OnSqliteAsync(string file, long customers)
    {
        var settings = Common();
        settings["Database__SqlitePath"] = file;
        return FilledAsync(settings, new SqliteStore(file), customers, 2, null);
    }

    /// <summary>Starts one more host on a database that is there.</summary>
    public static Task<ServerProcess> StartAsync(PostgresCluster cluster, string database) => StartAsync(Settings(cluster, database));

    /// <summary>A contract's update route under load.</summary>
    public Contender Under(Contract contract, LoadSize size) => new(contract.Name, size, load => Wrk.Of(contract, Work).RunAsync(Server.Address, load))
    {
        Ledger = Ledger,
        Servers = [Server.ProcessId],
        Database = Database,
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static async Task<HostOnStore> FilledAsync(Dictionary<string, string> settings, IStore store, long customers, int entries, int? database)
    {
        var host = await StartAsync(settings);
        var work = await Workplace.CreateAsync(host.Address, entries);
        var started = Stopwatch.GetTimestamp();
        await Filling.FillAsync(store, work, customers);
        Progress.Say($"filled with {customers:N0} customers of {entries} entries in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
        await work.CheckAsync(host.Address, customers);
        return new HostOnStore(host, work, await Ledger.OpenAsync(store, work, customers), customers, database);
    }

    private static Task<ServerProcess> StartAsync(Dictionary<string, string> settings) => ServerProcess.StartDotnetAsync(Places.Host, settings, "health/ready");

    private static Dictionary<string, string> Settings(PostgresCluster cluster, string database)
    {
        var settings = Common();
        settings["ConnectionStrings__Customers"] = cluster.ConnectionString(database);
        return settings;
    }

    // As in production, but that nobody is told to come back later.
    private static Dictionary<string, string> Common() => new() { ["Operator__Key"] = Workplace.OperatorKey, ["Limits__RequestsPerMinute"] = "0", ["ASPNETCORE_ENVIRONMENT"] = "Production" };
}
