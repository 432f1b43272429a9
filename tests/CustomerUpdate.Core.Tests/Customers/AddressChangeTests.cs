using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Tests.Customers;

public class AddressChangeTests
{
    private static readonly Address Home = new() { Lines = ["1 Main St"], City = "Springfield", Country = "US" };

    [Fact]
    public void Nothing_written_changes_nothing()
    {
        Assert.Same(Home, AddressChange.None.Apply(Home));
        Assert.Null(AddressChange.None.Apply(null));
    }

    [Fact]
    public void Writing_a_part_keeps_the_others() =>
        Assert.Equal(Home with { City = "Shelbyville" }, new AddressChange { City = "Shelbyville" }.Apply(Home));

    [Fact]
    public void Writing_a_part_of_no_address_makes_one() =>
        Assert.Equal(new Address { PostalCode = "12345" }, new AddressChange { PostalCode = "12345" }.Apply(null));

    [Fact]
    public void Clearing_the_last_part_leaves_no_address() =>
        Assert.Null(new AddressChange { Lines = ValueList<string>.Empty, City = null, State = null, Country = null }.Apply(Home));

    [Fact]
    public void The_whole_is_replaced_and_parts_apply_on_top()
    {
        var change = new AddressChange { Whole = new Address { City = "Paris" }, Country = "FR" };

        Assert.Equal(new Address { City = "Paris", Country = "FR" }, change.Apply(Home));
    }

    [Fact]
    public void A_null_whole_takes_the_address_away() =>
        Assert.Null(new AddressChange { Whole = Optional<Address?>.Of(null) }.Apply(Home));
}
