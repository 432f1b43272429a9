using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using static CustomerUpdate.Core.Tests.Acme;

namespace CustomerUpdate.Core.Tests.Customers;

/// <summary>What nobody may take, whatever the contract.</summary>
public class UniqueKeyTests
{
    private static readonly CustomerChange Everything = new()
    {
        Email = "Juan@Example.com",
        Phone = "650-253-0000",
        Username = "juan",
        Identifier = "crm-7",
    };

    [Fact]
    public void Every_value_that_another_has_is_named_with_its_owner()
    {
        CustomerKey[] keys =
        [
            new(CustomerKey.EmailKind, "juan@example.com"), new(CustomerKey.PhoneKind, "+16502530000"),
            new(CustomerKey.UsernameKind, "juan"), new(CustomerKey.IdentifierKind, "crm-7"),
        ];

        var failure = new Profile().Refused(Everything, World(others: keys));

        Assert.Equal(FailureKind.Taken, failure.Kind);
        Assert.Equal(keys, failure.Taken.Select(taken => taken.Key));
        Assert.All(failure.Taken, taken => Assert.Same(Other, taken.Owner));
    }

    [Fact]
    public void Every_email_entry_counts_and_of_the_phones_the_primary_only()
    {
        var world = World(others: [new(CustomerKey.EmailKind, "b@example.com"), new(CustomerKey.PhoneKind, "+16502530001")]);
        var stored = new Profile().After(Everything);

        Assert.Equal(FailureKind.Taken, stored.Refused(Edit(new EntryEdit.Append(EntryKind.Email, "home", "B@example.com")), world).Kind);
        Assert.Equal(FailureKind.Taken, stored.Refused(new CustomerChange { Phone = "+16502530001" }, world).Kind);
        Assert.Equal("+16502530001", stored.After(new CustomerChange { SecondaryPhone = "+16502530001" }, world).SecondaryPhone);
    }

    [Fact]
    public void What_the_customer_has_already_is_not_asked_about_again()
    {
        var stored = new Profile().After(Everything);
        var world = World(others: [.. stored.Keys]);

        Assert.Equal("Chef", stored.After(Everything with { JobTitle = "Chef" }, world).JobTitle);
    }

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public void A_unique_value_has_512_characters_at_most(int length, bool fits)
    {
        var result = new Profile().Apply(new CustomerChange { Username = new string('u', length) }, World());
        var problems = result.Match(_ => [], failure => failure.Problems);

        Assert.Equal(fits, result.Match(_ => true, _ => false));
        Assert.Equal(fits ? [] : ["username"], problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Every_value_that_is_too_long_is_named()
    {
        var failure = new Profile().Refused(new CustomerChange { Username = new string('u', 513), Email = new string('e', 513) });

        Assert.Equal(FailureKind.Invalid, failure.Kind);
        Assert.Equal(["email", "username"], failure.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Empty_values_are_no_keys() =>
        Assert.Empty(new Profile().After(new CustomerChange { Email = "", Phone = "", Username = "", Identifier = "" }).Keys);

    [Fact]
    public void A_reference_is_a_key_of_its_contract() =>
        Assert.Equal(
            CustomerKey.Reference("helpscout", "100"),
            Assert.Single(new Profile { References = [new Reference("helpscout", "100")] }.Keys));

    private static CustomerChange Edit(EntryEdit edit) => new() { Entries = [edit] };
}
