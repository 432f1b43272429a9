using CustomerUpdate.Benchmarks.Load.Loads;

namespace CustomerUpdate.Benchmarks.Load.Reports;

/// <summary>What grows.</summary>
internal enum GrowthSeries
{
    /// <summary>The number of customers.</summary>
    Customers,

    /// <summary>The number of entries a customer has.</summary>
    Entries,
}

/// <summary>A size at which was measured.</summary>
/// <param name="Series">What grows.</param>
/// <param name="Customers">How many customers there are.</param>
/// <param name="Entries">How many entries each has.</param>
/// <param name="Bytes">The size of the database before the load.</param>
/// <param name="Contenders">What was measured.</param>
internal sealed record GrowthPoint(GrowthSeries Series, long Customers, int Entries, long Bytes, IReadOnlyList<Contender> Contenders)
{
    /// <summary>How much there is of what grows.</summary>
    public long Amount => Series == GrowthSeries.Customers ? Customers : Entries;
}
