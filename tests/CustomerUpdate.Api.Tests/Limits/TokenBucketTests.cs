using CustomerUpdate.Api.Http.Limits;
using Microsoft.Extensions.Time.Testing;

namespace CustomerUpdate.Api.Tests.Limits;

/// <summary>How a bucket of tokens empties and fills.</summary>
public sealed class TokenBucketTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void A_new_bucket_is_full_and_an_empty_one_says_when_there_is_more()
    {
        var bucket = new TokenBucket(2, clock);

        Assert.Equal(new Allowance(2, 1, TimeSpan.FromSeconds(30), null), bucket.Take(1));
        Assert.Equal(new Allowance(2, 0, TimeSpan.FromSeconds(30), null), bucket.Take(1));
        Assert.Equal(new Allowance(2, 0, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)), bucket.Take(1));
    }

    [Fact]
    public void A_refusal_takes_nothing()
    {
        var bucket = new TokenBucket(1, clock);
        bucket.Take(1);

        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(TimeSpan.FromSeconds(1), bucket.Take(1).RetryIn);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(bucket.Take(1).RetryIn);
    }

    [Fact]
    public void It_is_exact_however_often_it_is_looked_at()
    {
        var bucket = new TokenBucket(7, clock);
        bucket.Take(7);

        for (var tick = 0; tick < 10_000; tick++)
        {
            clock.Advance(TimeSpan.FromTicks(1));
            bucket.Take(1); // which is refused
        }

        // A seventh of a minute is no whole number of ticks: the next one brings the token.
        clock.Advance(TimeSpan.FromTicks((TokenBucket.Window.Ticks / 7) - 10_000));
        Assert.Equal(TimeSpan.FromTicks(1), bucket.Take(1).RetryIn);
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(bucket.Take(1).RetryIn);
    }

    [Fact]
    public void It_never_holds_more_than_it_can()
    {
        var bucket = new TokenBucket(int.MaxValue, clock);
        bucket.Take(1);

        clock.Advance(TimeSpan.FromDays(365));

        Assert.Equal(int.MaxValue - 1, bucket.Take(1).Remaining);
    }

    [Fact]
    public void What_costs_more_than_there_can_be_costs_all_there_can_be()
    {
        var bucket = new TokenBucket(1, clock);

        Assert.Null(bucket.Take(2).RetryIn);
        Assert.Equal(TimeSpan.FromMinutes(1), bucket.Take(2).RetryIn);
    }

    [Fact]
    public async Task Many_at_once_get_no_more_than_there_are()
    {
        var bucket = new TokenBucket(100, clock);

        var taken = await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => Task.Run(() => bucket.Take(1).RetryIn is null)));

        Assert.Equal(100, taken.Count(granted => granted));
    }
}
