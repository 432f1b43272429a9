using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Tests.Customers;

public class ValueMapTests
{
    private static readonly ValueMap<int> Three = ValueMap<int>.Of([new("b", 2), new("Z", 3), new("a", 1)]);

    [Fact]
    public void Names_are_in_ordinal_order() => Assert.Equal(["Z", "a", "b"], Three.Keys);

    [Fact]
    public void Maps_with_the_same_entries_are_equal_however_they_were_made()
    {
        var other = ValueMap<int>.Empty.Set("a", 0).Set("Z", 3).Set("b", 2).Set("a", 1);

        Assert.True(Three.Equals(other));
        Assert.Equal(Three.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Another_name_value_or_count_tells_maps_apart()
    {
        Assert.False(Three.Equals(Three.Set("a", 2)));
        Assert.False(Three.Equals(Three.Without("a").Set("A", 1)));
        Assert.False(Three.Equals(Three.Without("a")));
        Assert.False(Three.Equals(null));
    }

    [Fact]
    public void The_last_of_two_entries_with_one_name_wins() =>
        Assert.Equal(2, ValueMap<int>.Of([new("a", 1), new("a", 2)])["a"]);

    [Fact]
    public void Taking_out_a_name_that_is_not_there_does_nothing() => Assert.Equal(Three, Three.Without("c"));

    [Fact]
    public void A_missing_name_finds_the_default()
    {
        Assert.Null(ValueMap<string>.Empty.Find("a"));
        Assert.True(ValueMap<BagValue>.Empty.Find("a").IsNull);
    }
}
