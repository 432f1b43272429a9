namespace CustomerUpdate.Core.OneTimePasswords;

/// <summary>
/// A customer's wrong tries in a row. From the fifth on, each is followed by a pause in which no code is looked at: a minute, then twice as
/// long each time, an hour at most. Neither a new challenge nor a try during a pause changes them; a code that is spent ends the row, and
/// so does a day without a wrong one.
/// </summary>
/// <param name="Failed">How many.</param>
/// <param name="LastAt">When the last of them was; null where there is none.</param>
public sealed record OtpTries(int Failed, DateTimeOffset? LastAt)
{
    private const int Free = 5;
    private const int MostDoublings = 6;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <summary>No wrong try.</summary>
    public static OtpTries None { get; } = new(0, null);

    /// <summary>How long a pause follows a number of wrong tries in a row.</summary>
    public static TimeSpan PauseAfter(int failed)
    {
        if (failed < Free)
        {
            return TimeSpan.Zero;
        }

        var pause = FirstPause * (1 << Math.Min(failed - Free, MostDoublings));
        return pause < LongestPause ? pause : LongestPause;
    }

    /// <summary>Whether no code is looked at at a point in time.</summary>
    public bool IsPausedAt(DateTimeOffset now) => LastAt is { } last && now < last + PauseAfter(Failed);

    /// <summary>The tries after another wrong one.</summary>
    public OtpTries AfterFailureAt(DateTimeOffset now) => new(LastAt is { } last && now < last + Memory ? Failed + 1 : 1, now);
}
