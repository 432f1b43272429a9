using CustomerUpdate.Api.Http.Limits;
using Microsoft.Extensions.Time.Testing;

namespace CustomerUpdate.Api.Tests.Limits;

/// <summary>What is remembered while it is used, and how much at most.</summary>
public sealed class RecentEntriesTests
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void What_is_used_again_within_a_period_stays()
    {
        var entries = Entries();
        var first = entries.Use("a");

        for (var minute = 0; minute < 5; minute++)
        {
            clock.Advance(Period);
            Assert.Same(first, entries.Use("a"));
        }
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(119, true)]
    [InlineData(120, false)]
    public void What_is_idle_goes_after_one_period_and_before_two(int seconds, bool stays)
    {
        var entries = Entries();
        var first = entries.Use("a");

        clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(stays, ReferenceEquals(first, entries.Use("a")));
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(120, false)]
    public void What_was_used_late_in_a_period_stays_the_whole_next_one(int seconds, bool stays)
    {
        var entries = Entries();
        clock.Advance(TimeSpan.FromSeconds(59));
        var first = entries.Use("a");

        clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(stays, ReferenceEquals(first, entries.Use("a")));
    }

    [Fact]
    public void There_are_never_more_than_two_generations_of_them()
    {
        var entries = Entries();

        for (var number = 0; number < 1_000; number++)
        {
            entries.Use($"{number}");
            Assert.InRange(entries.Count, 1, 20);
        }
    }

    private RecentEntries<string, object> Entries() => new(_ => new object(), Period, 10, clock);
}
