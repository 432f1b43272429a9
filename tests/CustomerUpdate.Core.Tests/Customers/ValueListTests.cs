using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Tests.Customers;

public class ValueListTests
{
    [Fact]
    public void Lists_with_the_same_items_in_the_same_order_are_equal()
    {
        ValueList<char> one = ['a', 'b'];
        var other = "ab".ToValueList();

        Assert.True(one.Equals(other));
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Order_and_length_tell_lists_apart()
    {
        ValueList<string> list = ["a", "b"];

        Assert.False(list.Equals(["b", "a"]));
        Assert.False(list.Equals(["a"]));
        Assert.False(list.Equals(null));
    }

    [Fact]
    public void Records_that_hold_one_compare_by_its_items() =>
        Assert.Equal(new Profile { Tags = ["VIP"] }, new Profile { Tags = ["VIP"] });

    [Fact]
    public void The_source_cannot_change_a_list()
    {
        string[] source = ["a"];
        var list = ValueList.Of<string>(source);
        source[0] = "b";

        Assert.Equal("a", Assert.Single(list));
    }
}
