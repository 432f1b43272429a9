using CustomerUpdate.Benchmarks.Load.Customers;
using CustomerUpdate.Benchmarks.Load.Loads;
using CustomerUpdate.Benchmarks.Load.Processes;
using CustomerUpdate.Benchmarks.Load.Reports;

namespace CustomerUpdate.Benchmarks.Load;

/// <summary>The host and its peers on one database, in the same rounds.</summary>
internal sealed class Comparison(Options options, PostgresCluster cluster) : IAsyncDisposable
{
    private const string Database = "customers";
    private const int HotCustomers = 10;

    private static readonly int[] HostConnections = [1, 32, 128];
    private static readonly int[] PeerConnections = [1, 128];
    private static readonly ChangeKind[] Kinds = [ChangeKind.Document, ChangeKind.Name, ChangeKind.Attribute];

    private readonly string folder = AtExit.Delete(Directory.CreateTempSubdirectory("cu-bench-sqlite-").FullName);
    private readonly List<IAsyncDisposable> running = [];

    /// <summary>Measures all of it.</summary>
    public async Task<Results> RunAsync()
    {
        var host = Keep(await HostOnStore.OnPostgresAsync(cluster, Database, options.Customers, entries: 2));
        var starts = await MeasureStartsAsync();
        var second = Keep(await HostOnStore.StartAsync(cluster, Database));
        var sqlite = Keep(await HostOnStore.OnSqliteAsync(Path.Combine(folder, "customers.db"), options.Customers));
        (string Name, ServerProcess Server)[] peers = [Keep(await StartPlainAsync()), Keep(await StartFastifyAsync())];

        List<Contender> contenders =
        [
            .. Kinds.SelectMany(kind => Results.PgbenchClients.Prepend(1).Select(clients => Pgbench(host, kind, Size(clients)))),
            .. HostConnections.SelectMany(connections => Contract.All.Select(contract => host.Under(contract, Size(connections)))),
            .. peers.SelectMany(peer => PeerConnections.SelectMany(connections => Kinds.Select(kind => Peer(host, peer, kind, Size(connections))))),
            .. Results.PgbenchClients.Select(clients => Hot(Pgbench(host, ChangeKind.Document, Size(clients)))),
            Hot(host.Under(Contract.Of("helpscout"), Size(128))),
            .. peers.Select(peer => Hot(Peer(host, peer, ChangeKind.Document, Size(128)))),
            TwoHosts(host, second),
            sqlite.Under(Contract.Of("helpscout"), Size(32)) with { Name = Results.Sqlite },
        ];

        Progress.Say("warming up");
        var rounds = new Rounds();
        await rounds.WarmUpAsync([.. Contract.All.Select(contract => host.Under(contract, Size(32)))], Warm(1));
        await rounds.WarmUpAsync([.. Contract.All.Select(contract => TwoHosts(host, second, contract))], Warm(1));
        await rounds.WarmUpAsync([sqlite.Under(Contract.Of("helpscout"), Size(32))], Warm(0.75));
        await rounds.WarmUpAsync([.. peers.SelectMany(peer => Kinds.Select(kind => Peer(host, peer, kind, Size(32))))], Warm(0.75));
        await rounds.RunAsync(contenders, options.Rounds);
        return new Results(contenders, starts, host.Server.PeakMemory);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var server in Enumerable.Reverse(running))
        {
            await server.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private LoadSize Size(int connections) => new(connections, options.Seconds, options.Customers);

    private TimeSpan Warm(double share) => TimeSpan.FromSeconds(options.WarmUpSeconds * share);

    private static Contender Hot(Contender contender) =>
        contender with { Name = contender.Name + Results.Hot, Size = contender.Size with { Customers = HotCustomers } };

    private Contender Pgbench(HostOnStore host, ChangeKind kind, LoadSize size) =>
        new(Results.NameOf("pgbench", kind), size, load => new Pgbench(cluster, Database, host.Work, kind).RunAsync(load)) { Ledger = host.Ledger, Database = cluster.ProcessId };

    private Contender Peer(HostOnStore host, (string Name, ServerProcess Server) peer, ChangeKind kind, LoadSize size) =>
        new(Results.NameOf(peer.Name, kind), size, load => Wrk.Of(kind, host.Work).RunAsync(peer.Server.Address, load))
        {
            Ledger = host.Ledger,
            Servers = [peer.Server.ProcessId],
            Database = cluster.ProcessId,
        };

    private Contender TwoHosts(HostOnStore host, ServerProcess second, Contract? contract = null)
    {
        var wrk = Wrk.Of(contract ?? Contract.Of("helpscout"), host.Work);
        return host.Under(Contract.Of("helpscout"), Size(128)) with
        {
            Name = Results.Two,
            Servers = [host.Server.ProcessId, second.ProcessId],
            Run = async load =>
            {
                var half = load with { Connections = load.Connections / 2 };
                return Sample.Together(await Task.WhenAll(wrk.RunAsync(host.Server.Address, half), wrk.RunAsync(second.Address, half)));
            },
        };
    }

    private async Task<IReadOnlyList<TimeSpan>> MeasureStartsAsync()
    {
        var starts = new List<TimeSpan>();
        for (var start = 0; start < 5; start++)
        {
            await using var host = await HostOnStore.StartAsync(cluster, Database);
            starts.Add(host.StartTook);
        }

        return starts;
    }

    private async Task<(string Name, ServerProcess Server)> StartPlainAsync() =>
        ("plain", await ServerProcess.StartDotnetAsync(Places.Plain, PeerSettings(), "health"));

    private async Task<(string Name, ServerProcess Server)> StartFastifyAsync() =>
        ("fastify", await ServerProcess.StartNodeAsync(Places.Fastify, PeerSettings(), "health"));

    private Dictionary<string, string> PeerSettings() => new()
    {
        ["BENCH_DATABASE"] = cluster.ConnectionString(Database),
        ["BENCH_DATABASE_URL"] = $"postgres://postgres@127.0.0.1:{cluster.Port}/{Database}",
        ["BENCH_STATEMENTS"] = Places.Statements,
    };

    private T Keep<T>(T started)
        where T : IAsyncDisposable
    {
        running.Add(started);
        return started;
    }

    private (string Name, ServerProcess Server) Keep((string Name, ServerProcess Server) peer)
    {
        running.Add(peer.Server);
        return peer;
    }
}
