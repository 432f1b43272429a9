using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Tests.Customers;

public class EmailAddressTests
{
    [Theory]
    [InlineData("Juan@Example.COM", "juan@example.com")]
    [InlineData("ÉMILE@example.com", "émile@example.com")]
    public void Case_does_not_tell_addresses_apart(string text, string key) => Assert.Equal(key, EmailAddress.KeyOf(text));

    [Theory]
    [InlineData("juan@example.com", true)]
    [InlineData("juan+tag@localhost", true)]
    [InlineData("", false)]
    [InlineData("juan", false)]
    [InlineData("@example.com", false)]
    [InlineData("juan@", false)]
    [InlineData("juan@one@two", false)]
    [InlineData("juan perez@example.com", false)]
    [InlineData("juan@example.com\n", false)]
    public void An_address_has_one_at_sign_between_two_parts(string text, bool wellFormed) =>
        Assert.Equal(wellFormed, EmailAddress.IsWellFormed(text));
}
