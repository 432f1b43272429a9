using CustomerUpdate.Benchmarks.Load.Customers;
using CustomerUpdate.Benchmarks.Load.Loads;
using CustomerUpdate.Benchmarks.Load.Processes;
using CustomerUpdate.Benchmarks.Load.Reports;

namespace CustomerUpdate.Benchmarks.Load;

/// <summary>The same load on stores of different sizes, each a database with a host of its own, all in the same rounds.</summary>
internal sealed class Growth(Options options, PostgresCluster cluster) : IAsyncDisposable
{
    private const int Connections = 32;
    private const int UsualEntries = 1;
    private const long CustomersWithManyEntries = 10_000;

    // One whose change is found in no index, and one whose change is in the index of texts.
    private static readonly string[] Contracts = ["helpscout", "trillet"];

    private static readonly int[] EntryCounts = [1, 4, 16, 64];

    private readonly List<HostOnStore> hosts = [];

    /// <summary>Measures all of it.</summary>
    public async Task<IReadOnlyList<GrowthPoint>> RunAsync()
    {
        var points = new List<GrowthPoint>();
        foreach (var (series, customers, entries) in Sizes())
        {
            Progress.Say($"{customers:N0} customers of {entries} entries");
            var database = $"growth_{series}_{customers}_{entries}".ToLowerInvariant();
            var host = await HostOnStore.OnPostgresAsync(cluster, database, customers, entries);
            hosts.Add(host);
            var size = new LoadSize(Connections, options.Seconds, customers);
            points.Add(new GrowthPoint(
                series, customers, entries, await host.Ledger.SizeAsync(), [.. Contracts.Select(name => host.Under(Contract.Of(name), size))]));
        }

        Progress.Say("warming up");
        var rounds = new Rounds();
        foreach (var point in points)
        {
            await rounds.WarmUpAsync(point.Contenders, TimeSpan.FromSeconds(options.WarmUpSeconds));
        }

        await rounds.RunAsync([.. points.SelectMany(point => point.Contenders)], options.Rounds);
        return points;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    private IEnumerable<(GrowthSeries Series, long Customers, int Entries)> Sizes()
    {
        yield return (GrowthSeries.Customers, 1_000, UsualEntries);
        yield return (GrowthSeries.Customers, options.IsQuick ? 10_000 : 100_000, UsualEntries);
        if (options.IsLong)
        {
            yield return (GrowthSeries.Customers, 10_000_000, UsualEntries);
        }

        foreach (var entries in EntryCounts)
        {
            yield return (GrowthSeries.Entries, options.IsQuick ? 1_000 : CustomersWithManyEntries, entries);
        }
    }
}
