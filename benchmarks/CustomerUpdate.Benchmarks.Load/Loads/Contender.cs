using CustomerUpdate.Benchmarks.Load.Customers;
using CustomerUpdate.Benchmarks.Load.Processes;

namespace CustomerUpdate.Benchmarks.Load.Loads;

/// <summary>Something that is measured, once in each round.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Size">The load.</param>
/// <param name="Run">Measures.</param>
internal sealed record Contender(string Name, LoadSize Size, Func<LoadSize, Task<Sample>> Run)
{
    /// <summary>What counts what it writes.</summary>
    public required Ledger Ledger { get; init; }

    /// <summary>The processes of the server.</summary>
    public IReadOnlyList<int> Servers { get; init; } = [];

    /// <summary>The process of the database; null where that is no process of its own.</summary>
    public int? Database { get; init; }

    /// <summary>What was measured.</summary>
    public List<Sample> Samples { get; } = [];

    /// <summary>Updates a second: the median of the rounds.</summary>
    public double Rate => Median(sample => sample.Rate);

    /// <summary>The median of a figure over the rounds.</summary>
    public double Median(Func<Sample, double> figure)
    {
        var ordered = Samples.Select(figure).Order().ToArray();
        return (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
    }

    /// <summary>Measures once.</summary>
    public async Task<Sample> MeasureAsync(LoadSize size)
    {
        var (server, database) = (ServerTime(), DatabaseTime());
        var sample = await Run(size);
        return sample with { ServerCores = (ServerTime() - server) / sample.Seconds, DatabaseCores = (DatabaseTime() - database) / sample.Seconds };
    }

    private double ServerTime() => Servers.Sum(ProcessFiles.ProcessorTimeOf);

    private double DatabaseTime() => Database is { } process ? ProcessFiles.ProcessorTimeOf(process) : 0;
}
