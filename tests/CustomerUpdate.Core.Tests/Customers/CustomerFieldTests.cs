using CustomerUpdate.Core.Customers;
using static CustomerUpdate.Core.Tests.Acme;

namespace CustomerUpdate.Core.Tests.Customers;

public class CustomerFieldTests
{
    /// <summary>The profile's members as the canonical customer names them, where that is another name.</summary>
    private static readonly Dictionary<string, string> FieldsOf = new()
    {
        [nameof(Profile.Name)] = "name",
        [nameof(Profile.OtherChannels)] = "channels",
        [nameof(Profile.PasswordHash)] = "password",
    };

    [Fact]
    public void Every_member_of_a_profile_has_a_field()
    {
        var members = typeof(Profile).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).ToList();
        var fields = CustomerField.All.Select(field => field.Name).ToHashSet();

        Assert.NotEmpty(members);
        Assert.All(members, member => Assert.Contains(FieldsOf.GetValueOrDefault(member) ?? char.ToLowerInvariant(member[0]) + member[1..], fields));
    }

    [Fact]
    public void No_field_is_there_twice() =>
        Assert.Equal(CustomerField.All.Count, CustomerField.All.Select(field => field.Name).Distinct().Count());

    [Fact]
    public void Each_member_that_differs_is_named_primaries_and_lists_both()
    {
        var before = new Profile().After(new CustomerChange { Name = "Juan Perez", Phone = "+16502530000" });
        var after = before.After(new CustomerChange { FirstName = "Ana", Email = "ana@example.com", Phone = null, Blocked = true });

        Assert.Equal(
            ["/name", "/firstName", "/email", "/phone", "/emails", "/phones", "/blocked", "/channels/telephone"],
            Compare(before, after).Select(change => change.Field));
    }

    [Fact]
    public void Bags_are_compared_one_level_deeper_by_pointers()
    {
        var before = new Profile { CustomAttributes = Bag(("a/b", "1"), ("m~n", "1"), ("plan", "\"gold\""), ("same", "1")) };
        var after = new Profile { CustomAttributes = Bag(("a/b", "2"), ("new", "null"), ("plan", "\"gold\""), ("same", "1")) };

        Assert.Equal(
            [
                new FieldChange("/customAttributes/a~1b", Json("1"), Json("2")),
                new FieldChange("/customAttributes/m~0n", Json("1"), null),
                new FieldChange("/customAttributes/new", null, BagValue.Null),
            ],
            Compare(before, after));
    }

    [Fact]
    public void A_vendors_bag_is_named_by_its_contract()
    {
        var after = new Profile { Vendor = ValueMap<ValueMap<BagValue>>.Empty.Set("quentli", Bag(("skipTaxInvoice", "true"))) };

        Assert.Equal("/vendor/quentli", Assert.Single(Compare(new Profile(), after)).Field);
    }

    [Fact]
    public void The_password_never_appears()
    {
        var change = new CustomerChange { Password = "correct horse" };

        Assert.Empty(Compare(new Profile(), new Profile().After(change)));
        Assert.Equal("password", Assert.Single(change.Fields).Name);
    }

    private static IEnumerable<FieldChange> Compare(Profile before, Profile after) =>
        CustomerField.All.SelectMany(field => field.Compare(before, after));
}
