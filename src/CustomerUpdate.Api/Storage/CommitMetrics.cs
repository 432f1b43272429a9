using System.Diagnostics.Metrics;

namespace CustomerUpdate.Api.Storage;

/// <summary>Measures commits.</summary>
internal static class CommitMetrics
{
    private static readonly Meter Meter = new("CustomerUpdate");

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("customerupdate.commit.duration", "s", "From an update's wait for its turn to the end of its transaction, tries again included.");

    /// <summary>Records a commit that began at a timestamp of a clock's.</summary>
    public static void Record(TimeProvider clock, long started) => Duration.Record(clock.GetElapsedTime(started).TotalSeconds);
}
