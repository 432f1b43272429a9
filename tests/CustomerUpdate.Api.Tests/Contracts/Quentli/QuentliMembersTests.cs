using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

/// <summary>What single members of Quentli's update do, over HTTP.</summary>
public abstract class QuentliMembersTests(HostFixture fixture)
{
    private static readonly string[] Clearable =
        ["email", "phoneNumber", "secondaryPhoneNumber", "signatureAcceptedAt", "optedOutWhatsappAt", "replyWithAssistant"];

    private readonly HostUnderTest host = fixture.Host;
    private readonly QuentliUnderTest contract = new();

    [Fact]
    public async Task Null_clears()
    {
        var customer = await host.Customers.CreateAsync();
        await SendAsync(contract.Write(
            customer,
            """
            { "secondaryPhoneNumber": "+525598765432", "tosIp": "::1", "signature": "s", "assigneeId": "a", "optedOutWhatsappAt": "2025-01-15T10:30Z",
              "replyWithAssistant": true, "skipTaxInvoice": true }
            """));

        var (status, body) = await SendAsync(contract.Write(
            customer,
            """
            { "email": null, "phoneNumber": null, "secondaryPhoneNumber": null, "tosIp": null, "signature": null, "assigneeId": null,
              "optedOutWhatsappAt": null, "replyWithAssistant": null }
            """));

        Assert.Equal(200, status);
        var json = JsonDocument.Parse(body).RootElement.GetProperty("customer");
        Assert.All(Clearable, member => Assert.Equal(JsonValueKind.Null, json.GetProperty(member).ValueKind));
        Assert.True(json.GetProperty("skipTaxInvoice").GetBoolean());
        var profile = (await host.Customers.ReadAsync(customer)).Profile;
        Assert.Equal(
            customer.Profile with
            {
                Emails = EntryList.Empty,
                Phones = EntryList.Empty,
                Vendor = ValueMap<ValueMap<BagValue>>.Of([new("quentli", ValueMap<BagValue>.Of([new("skipTaxInvoice", BagValue.Of(true))]))]),
            },
            profile);
    }

    [Fact]
    public async Task Tags_are_replaced_and_not_shown()
    {
        var customer = await host.Customers.CreateAsync(profile => profile with { Tags = ["old", "kept"] });

        var (_, body) = await SendAsync(contract.Write(customer, """{ "tags": ["kept", "brand-new"] }"""));
        var replaced = (await host.Customers.ReadAsync(customer)).Profile.Tags;
        await SendAsync(contract.Write(customer, """{ "tags": [] }"""));

        Assert.Equal(["kept", "brand-new"], replaced);
        Assert.DoesNotContain("brand-new", body, StringComparison.Ordinal);
        Assert.Empty((await host.Customers.ReadAsync(customer)).Profile.Tags);
    }

    [Fact]
    public async Task A_signature_is_stamped_once()
    {
        var customer = await host.Customers.CreateAsync();

        await SendAsync(contract.Write(customer, """{ "signature": "first" }"""));
        var first = (await host.Customers.ReadAsync(customer)).Profile.Consent.SignatureAcceptedAt;
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(contract.Write(customer, """{ "signature": "first" }"""));
        var same = (await host.Customers.ReadAsync(customer)).Profile.Consent.SignatureAcceptedAt;
        await SendAsync(contract.Write(customer, """{ "signature": "second" }"""));
        var second = (await host.Customers.ReadAsync(customer)).Profile.Consent.SignatureAcceptedAt;

        Assert.NotNull(first);
        Assert.Equal(first, same);
        Assert.True(second > first);
    }

    [Fact]
    public async Task Flags_change_only_when_they_are_sent()
    {
        var verified = new Verification { EmailVerified = true, PhoneNumberVerified = true };
        var customer = await host.Customers.CreateAsync(profile => profile with { Verification = verified });
        var number = customer.Profile.Phone![^4..];

        await SendAsync(contract.Write(
            customer, $$"""{ "email": "new{{number}}@example.com", "phoneNumber": "+52551234{{number}}", "password": "pw" }"""));
        var untouched = (await host.Customers.ReadAsync(customer)).Profile.Verification;
        await SendAsync(contract.Write(customer, """{ "emailVerified": false, "hasChangedPassword": true }"""));

        Assert.Equal(verified, untouched);
        Assert.Equal(
            new Verification { PhoneNumberVerified = true, HasChangedPassword = true },
            (await host.Customers.ReadAsync(customer)).Profile.Verification);
    }

    private async Task<(int Status, string Body)> SendAsync(HttpRequestMessage request)
    {
        var answer = await host.Client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

[Collection(PostgresTests.Name)]
public sealed class QuentliMembersOnPostgres(PostgresHost host) : QuentliMembersTests(host);

[Collection(SqliteTests.Name)]
public sealed class QuentliMembersOnSqlite(SqliteHost host) : QuentliMembersTests(host);
