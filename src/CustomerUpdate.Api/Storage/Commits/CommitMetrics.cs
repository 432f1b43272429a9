using System.Diagnostics.Metrics;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>Measures commits.</summary>
internal static class CommitMetrics
{
    private static readonly Meter Meter = new("CustomerUpdate");

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("customerupdate.commit.duration", "s", "From an update's wait for its turn to the end of its transaction, tries again included.");

    private static readonly Histogram<int> BatchSize =
        Meter.CreateHistogram<int>("customerupdate.commit.batch_size", "{customer}", "Customers that one transaction wrote: an import writes several.");

    private static readonly UpDownCounter<int> Waiting =
        Meter.CreateUpDownCounter<int>("customerupdate.commit.queue", "{update}", "Updates that wait for their turn to write a customer.");

    /// <summary>Records a commit that began at a timestamp of a clock's.</summary>
    public static void Record(TimeProvider clock, long started) => Duration.Record(clock.GetElapsedTime(started).TotalSeconds);

    /// <summary>Records how many customers a transaction wrote.</summary>
    public static void RecordBatch(int customers) => BatchSize.Record(customers);

    /// <summary>Counts an update that waits from now on.</summary>
    public static void Enqueue() => Waiting.Add(1);

    /// <summary>Counts one that waits no longer.</summary>
    public static void Dequeue() => Waiting.Add(-1);
}
