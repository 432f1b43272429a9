using CustomerUpdate.Core.Customers;
using static CustomerUpdate.Core.Tests.Acme;

namespace CustomerUpdate.Core.Tests.Customers;

public class CoarseChangeTests
{
    private static readonly Profile Stored = new() { LastSeenAt = Noon.AddMilliseconds(1) };

    // A contract that shows seconds.
    private static readonly CoarseChange Change = new(
        new CustomerChange { LastSeenAt = Noon },
        (change, stored) => change.LastSeenAt.Value == stored.LastSeenAt?.AddMilliseconds(-stored.LastSeenAt.Value.Millisecond) ? CustomerChange.None : change);

    [Fact]
    public void What_was_shown_is_not_written() => Assert.Equal(Stored, Applied(Stored));

    [Fact]
    public void It_goes_by_the_state_that_it_is_applied_to()
    {
        Assert.Equal(Noon, Applied(new Profile { LastSeenAt = Noon.AddSeconds(1) }).LastSeenAt);
        Assert.Equal(Noon, Applied(new Profile()).LastSeenAt);
    }

    [Fact]
    public void Rights_go_by_what_was_sent() => Assert.Equal(["lastSeenAt"], Change.Fields.Select(field => field.Name));

    [Fact]
    public void What_is_printed_never_holds_a_value() => Assert.Equal("lastSeenAt", Change.ToString());

    private static Profile Applied(Profile stored) =>
        Change.Apply(stored, World()).Match(profile => profile, failure => throw new InvalidOperationException($"{failure.Kind}"));
}
