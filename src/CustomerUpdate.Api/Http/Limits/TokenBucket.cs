namespace CustomerUpdate.Api.Http.Limits;

/// <summary>
/// A bucket of tokens that is full when it is new, and fills up evenly within a minute. It runs on the host's clock and counts in whole
/// numbers, so that it is exact (docs/adr/0011-rate-limits.md says why it is not the framework's).
/// </summary>
/// <param name="perMinute">The most tokens that it holds, and how many it gets in a minute; at least 1.</param>
/// <param name="clock">The time.</param>
internal sealed class TokenBucket(int perMinute, TimeProvider clock)
{
    /// <summary>The time in which an empty bucket fills up.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();

    // A token is as many drops as the window has ticks; each tick brings as many drops as the bucket holds tokens. The most is about 1.3e18.
    private long drops = perMinute * Window.Ticks;
    private long filledAt = clock.GetTimestamp();

    /// <summary>Takes tokens, or none where there are not enough.</summary>
    /// <param name="cost">How many. A request that costs more than the bucket holds takes all that it holds: else it could never be made.</param>
    public Allowance Take(int cost)
    {
        lock (gate)
        {
            Fill();
            var price = Math.Min(cost, perMinute) * Window.Ticks;
            var retryIn = TimeUntil(price);
            if (retryIn is null)
            {
                drops -= price;
            }

            var remaining = drops / Window.Ticks;
            return new Allowance(perMinute, (int)remaining, TimeUntil(Math.Min(remaining + 1, perMinute) * Window.Ticks) ?? TimeSpan.Zero, retryIn);
        }
    }

    private void Fill()
    {
        var now = clock.GetTimestamp();
        var elapsed = Math.Min(clock.GetElapsedTime(filledAt, now).Ticks, Window.Ticks);
        drops = Math.Min(drops + (elapsed * perMinute), perMinute * Window.Ticks);
        filledAt = now;
    }

    private TimeSpan? TimeUntil(long wanted) =>
        wanted <= drops ? null : TimeSpan.FromTicks((wanted - drops + perMinute - 1) / perMinute);
}

/// <summary>What somebody may still do, and when they may do more.</summary>
/// <param name="Limit">Tokens a minute.</param>
/// <param name="Remaining">Tokens that are left.</param>
/// <param name="MoreIn">When there will be another one; zero where there are as many as there can be.</param>
/// <param name="RetryIn">When there will be enough for what was asked; null where there was enough.</param>
internal sealed record Allowance(int Limit, int Remaining, TimeSpan MoreIn, TimeSpan? RetryIn);
