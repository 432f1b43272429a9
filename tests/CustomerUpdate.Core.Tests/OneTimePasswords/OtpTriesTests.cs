using CustomerUpdate.Core.OneTimePasswords;

namespace CustomerUpdate.Core.Tests.OneTimePasswords;

public class OtpTriesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(7, 4)]
    [InlineData(8, 8)]
    [InlineData(9, 16)]
    [InlineData(10, 32)]
    [InlineData(11, 60)]
    [InlineData(12, 60)]
    [InlineData(int.MaxValue, 60)]
    public void Five_tries_are_free_and_pauses_then_double_up_to_an_hour(int failed, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), OtpTries.PauseAfter(failed));

    [Fact]
    public void A_pause_begins_with_the_try_and_ends_to_the_tick()
    {
        var tries = Enumerable.Range(0, 5).Aggregate(OtpTries.None, (before, _) => before.AfterFailureAt(Now));

        Assert.Equal(new OtpTries(5, Now), tries);
        Assert.True(tries.IsPausedAt(Now));
        Assert.True(tries.IsPausedAt(Now.AddMinutes(1).AddTicks(-1)));
        Assert.False(tries.IsPausedAt(Now.AddMinutes(1)));
    }

    [Fact]
    public void Nobody_who_has_not_tried_is_paused() => Assert.False(OtpTries.None.IsPausedAt(Now));

    [Fact]
    public void A_day_without_a_wrong_try_forgets_them()
    {
        var tries = new OtpTries(9, Now);

        Assert.Equal(10, tries.AfterFailureAt(Now.AddDays(1).AddTicks(-1)).Failed);
        Assert.Equal(new OtpTries(1, Now.AddDays(1)), tries.AfterFailureAt(Now.AddDays(1)));
    }
}
