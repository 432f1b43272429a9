using System.Diagnostics.Metrics;

namespace CustomerUpdate.Api.Http;

/// <summary>Counts updates, by contract and by what came of them. Never by tenant, customer or key: tags are few, and name nobody.</summary>
internal static class UpdateMetrics
{
    /// <summary>The name of the product's instruments.</summary>
    public const string MeterName = "CustomerUpdate";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Updates =
        Meter.CreateCounter<long>("customerupdate.updates", "{update}", "Updates of a customer, by contract and outcome.");

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("customerupdate.update.duration", "s", "From the request's arrival at its route to its answer.");

    /// <summary>Counts one.</summary>
    /// <param name="contract">The contract's name.</param>
    /// <param name="outcome">What came of it: a word.</param>
    /// <param name="milliseconds">How long it took.</param>
    public static void Count(string contract, string outcome, double milliseconds)
    {
        var tags = new KeyValuePair<string, object?>[] { new("contract", contract), new("outcome", outcome) };
        Updates.Add(1, tags);
        Duration.Record(milliseconds / 1000, tags);
    }
}
