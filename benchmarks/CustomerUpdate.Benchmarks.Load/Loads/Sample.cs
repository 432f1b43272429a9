namespace CustomerUpdate.Benchmarks.Load.Loads;

/// <summary>What one round of one contender gave.</summary>
/// <param name="Updates">How many updates were answered.</param>
/// <param name="Seconds">In how many seconds.</param>
/// <param name="Median">The median of their times, in milliseconds.</param>
/// <param name="Slow">The time that one in a hundred took longer than, in milliseconds; null where it is not known.</param>
internal sealed record Sample(long Updates, double Seconds, double Median, double? Slow)
{
    /// <summary>Updates a second.</summary>
    public double Rate => Updates / Seconds;

    /// <summary>Processor cores that the server used meanwhile.</summary>
    public double ServerCores { get; init; }

    /// <summary>Processor cores that the database used meanwhile.</summary>
    public double DatabaseCores { get; init; }

    /// <summary>Two loads that ran at the same time, as one.</summary>
    public static Sample Together(params IReadOnlyList<Sample> samples) => new(
        samples.Sum(sample => sample.Updates), samples.Max(sample => sample.Seconds), samples.Max(sample => sample.Median), samples.Max(sample => sample.Slow));
}
