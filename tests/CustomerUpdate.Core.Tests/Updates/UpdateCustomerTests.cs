using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Tests.Updates;

public class UpdateCustomerTests
{
    private const string FixedCode = "123456";
    private const string SomeCode = "654321";

    private static readonly CustomerKey Juan = CustomerKey.Reference("quentli", "cmab12");
    private static readonly CustomerKey Nobody = CustomerKey.Reference("quentli", "nobody");

    private readonly InMemoryCustomers customers = new(Juan, Acme.Customer(new Profile()));

    [Theory]
    [InlineData(KeyRole.Read, FailureKind.ReadOnlyKey)]
    [InlineData(KeyRole.Write, null)]
    [InlineData(KeyRole.Admin, null)]
    public async Task A_key_that_may_only_read_writes_nothing(KeyRole role, FailureKind? refusal) =>
        Assert.Equal(refusal, await Update(new CustomerChange { JobTitle = "Chef" }, role: role));

    [Fact]
    public async Task A_field_that_the_contract_may_not_write_is_forbidden()
    {
        Assert.Equal(FailureKind.Forbidden, await Update(new CustomerChange { JobTitle = "Chef", Age = "30" }));
        Assert.Equal(FailureKind.Forbidden, await Update(new CustomerChange { Age = "30" }, Nobody));
    }

    [Fact]
    public async Task An_allowed_change_is_committed_once()
    {
        Assert.Null(await Update(new CustomerChange { JobTitle = "Chef" }));
        Assert.Equal(new CustomerChange { JobTitle = "Chef" }, Assert.Single(customers.Committed).Change);
    }

    [Theory]
    [InlineData(OtpPolicy.Ignored, "jobTitle", null, OtpClaim.NotAsked)]
    [InlineData(OtpPolicy.Ignored, "jobTitle", SomeCode, OtpClaim.NotAsked)]
    [InlineData(OtpPolicy.Ignored, "email", null, OtpClaim.NotAsked)]
    [InlineData(OtpPolicy.Ignored, "email", SomeCode, OtpClaim.NotAsked)]
    [InlineData(OtpPolicy.Ignored, "email", FixedCode, OtpClaim.NotAsked)]
    [InlineData(OtpPolicy.WhenSent, "jobTitle", null, OtpClaim.NotAsked)]
    [InlineData(OtpPolicy.WhenSent, "jobTitle", SomeCode, OtpClaim.Code)]
    [InlineData(OtpPolicy.WhenSent, "jobTitle", FixedCode, OtpClaim.Fixed)]
    [InlineData(OtpPolicy.WhenSent, "email", null, OtpClaim.NotAsked)]
    [InlineData(OtpPolicy.WhenSent, "email", SomeCode, OtpClaim.Code)]
    [InlineData(OtpPolicy.WhenSent, "email", FixedCode, OtpClaim.Fixed)]
    [InlineData(OtpPolicy.Required, "jobTitle", null, OtpClaim.NotAsked)]
    [InlineData(OtpPolicy.Required, "jobTitle", SomeCode, OtpClaim.Code)]
    [InlineData(OtpPolicy.Required, "jobTitle", FixedCode, OtpClaim.Fixed)]
    [InlineData(OtpPolicy.Required, "email", null, OtpClaim.Missing)]
    [InlineData(OtpPolicy.Required, "email", SomeCode, OtpClaim.Code)]
    [InlineData(OtpPolicy.Required, "email", FixedCode, OtpClaim.Fixed)]
    [InlineData(OtpPolicy.Required, "email", "", OtpClaim.Code)]
    [InlineData(OtpPolicy.Required, "emails", null, OtpClaim.Missing)]
    [InlineData(OtpPolicy.Required, "phone", null, OtpClaim.Missing)]
    [InlineData(OtpPolicy.Required, "phones", null, OtpClaim.Missing)]
    [InlineData(OtpPolicy.Required, "secondaryPhone", null, OtpClaim.Missing)]
    [InlineData(OtpPolicy.Required, "channels", null, OtpClaim.Missing)]
    [InlineData(OtpPolicy.Required, "username", null, OtpClaim.Missing)]
    [InlineData(OtpPolicy.Required, "password", null, OtpClaim.Missing)]
    [InlineData(OtpPolicy.Required, "websites", null, OtpClaim.NotAsked)]
    public async Task The_tenant_says_when_a_code_is_needed(OtpPolicy policy, string field, string? otp, OtpClaim claim)
    {
        Assert.Null(await Update(Changes[field], otp: otp, policy: policy));
        Assert.Equal(claim, Assert.Single(customers.Committed).Claim);
    }

    [Fact]
    public void A_command_that_is_printed_shows_no_value_and_no_code()
    {
        var command = Command(Changes["email"], Juan, FixedCode, Acme.Tenant, KeyRole.Write);

        Assert.Equal("request-1 quentli ref:quentli email", command.ToString());
    }

    private static Dictionary<string, CustomerChange> Changes { get; } = new()
    {
        ["jobTitle"] = new CustomerChange { JobTitle = "Chef" },
        ["email"] = new CustomerChange { Email = "juan@example.com" },
        ["emails"] = new CustomerChange { Entries = [new EntryEdit.Append(EntryKind.Email, "home", "jp@example.com")] },
        ["phone"] = new CustomerChange { Phone = null },
        ["phones"] = new CustomerChange { Entries = [new EntryEdit.Append(EntryKind.Phone, "home", "+16502530000")] },
        ["secondaryPhone"] = new CustomerChange { SecondaryPhone = "+16502530000" },
        ["channels"] = new CustomerChange { Channels = ValueMap<BagValue>.Empty },
        ["websites"] = new CustomerChange { Entries = [new EntryEdit.Append(EntryKind.Website, null, "https://example.com")] },
        ["username"] = new CustomerChange { Username = "juan" },
        ["password"] = new CustomerChange { Password = "correct horse" },
    };

    private static CustomerUpdateCommand Command(CustomerChange change, CustomerKey target, string? otp, Tenant tenant, KeyRole role) =>
        new(new Caller(tenant, null, "quentli", role), target, change, "request-1", otp);

    private async Task<FailureKind?> Update(
        CustomerChange change, CustomerKey? target = null, string? otp = null, OtpPolicy policy = OtpPolicy.WhenSent, KeyRole role = KeyRole.Write)
    {
        var tenant = Acme.Tenant with { Settings = new TenantSettings { Otp = policy } };
        var update = new UpdateCustomer(customers, new OneCode(FixedCode));
        var result = await update.ExecuteAsync(Command(change, target ?? Juan, otp, tenant, role), Changes.Keys.ToHashSet(), CancellationToken.None);
        return result.Match(_ => (FailureKind?)null, failure => failure.Kind);
    }
}
