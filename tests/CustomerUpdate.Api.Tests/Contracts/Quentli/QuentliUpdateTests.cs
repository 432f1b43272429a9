using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

/// <summary>What Quentli's update does, over HTTP.</summary>
public abstract class QuentliUpdateTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly QuentliUnderTest contract = new();

    [Fact]
    public async Task The_published_request_writes_all_nineteen_members()
    {
        var tenant = TestTenants.Other;
        var customer = await host.Customers.CreateAsync(tenant, profile => profile with
        {
            Vendor = ValueMap<ValueMap<BagValue>>.Of([new("quentli", ValueMap<BagValue>.Of([new("skipTaxInvoice", BagValue.Of(true))]))]),
        });

        var (status, body) = await SendAsync(contract.Update(customer, QuentliWire.PublishedRequest, tenant.Key("quentli"), tenant: tenant));

        Assert.True(status == 200, body);
        var profile = (await host.Customers.ReadAsync(customer)).Profile;
        Assert.Equal(new PersonName("Juan Perez", "Juan", "Perez"), profile.Name);
        Assert.Equal(
            ("juan@example.com", "+525512345678", "+525598765432", "juan_perez_01"),
            (profile.Email, profile.Phone, profile.SecondaryPhone, profile.Username));
        Assert.Equal(["VIP", "Colegiatura"], profile.Tags);
        Assert.Equal("cmab12cd3000x1a2b3c4d5e6f", profile.AssigneeId);
        Assert.Equal(
            new Consent
            {
                AcceptedServiceAgreement = true,
                TosIp = "189.203.12.45",
                Signature = "signed-by-customer",
                SignatureAcceptedAt = host.Clock.GetUtcNow(),
                OptedOutWhatsappAt = new DateTimeOffset(2025, 1, 15, 10, 30, 0, TimeSpan.Zero),
            },
            profile.Consent);
        Assert.Equal(new Verification { EmailVerified = true, PhoneNumberVerified = true, HasChangedPassword = true }, profile.Verification);
        Assert.Equal(ValueMap<BagValue>.Of([new("grade", BagValue.Of("5A")), new("studentId", BagValue.Of("A-1029"))]), profile.CustomAttributes);
        Assert.Equal(
            ValueMap<BagValue>.Of([new("skipTaxInvoice", BagValue.Of(false)), new("replyWithAssistant", BagValue.Of(false))]),
            profile.Vendor["quentli"]);
        Assert.True(host.Services.GetRequiredService<IPasswordHashes>().Matches(profile.PasswordHash!, "S3curePassw0rd!"));
    }

    [Fact]
    public async Task The_password_and_the_one_time_password_come_out_nowhere()
    {
        var customer = await host.Customers.CreateAsync();

        var (status, updated) = await SendAsync(contract.Update(
            customer, """{ "input": { "data": { "password": "Xyzzy-not-shown" }, "otp": "123456" } }"""));
        var (_, refused) = await SendAsync(contract.Update(
            customer, """{ "input": { "data": { "password": "Xyzzy-not-shown", "name": null }, "otp": "Plugh-not-shown" } }"""));
        var (_, shown) = await SendAsync(contract.Show(customer));

        Assert.Equal(200, status);
        foreach (var text in host.Log.Lines.Concat([updated, refused, shown]))
        {
            Assert.DoesNotContain("Xyzzy", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Plugh", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_update_answers_with_an_envelope_around_what_a_read_shows()
    {
        var customer = await host.Customers.CreateAsync();
        host.Clock.Advance(TimeSpan.FromMilliseconds(1234));

        var (_, updated) = await SendAsync(contract.Write(customer, """{ "name": "Grace Hopper" }"""));
        var (_, shown) = await SendAsync(contract.Show(customer));

        Assert.Equal($$"""{"customer":{{shown}}}""", updated);
        var json = JsonDocument.Parse(shown).RootElement;
        Assert.Equal(customer.Profile.ReferenceOf("quentli"), json.GetProperty("id").GetString());
        Assert.Equal("3c90c3cc-0d44-4b50-8888-8dd25736052a", json.GetProperty("organizationId").GetString());
        Assert.Equal($"{customer.CreatedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}", json.GetProperty("createdAt").GetString());
        Assert.NotEqual(json.GetProperty("createdAt").GetString(), json.GetProperty("updatedAt").GetString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "replyWithAssistant": null, "signature": null, "tags": [], "metadata": [], "meta": {} }""")]
    [InlineData("""{ "id": "cmother", "organizationId": 5, "archivedAt": "2025-01-15T10:30:00Z", "signatureAcceptedAt": null, "color": "red" }""")]
    public async Task An_update_that_asks_for_nothing_new_changes_nothing(string members)
    {
        var customer = await host.Customers.CreateAsync();

        var (status, _) = await SendAsync(contract.Write(customer, members));

        Assert.Equal(200, status);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task What_was_shown_can_be_written_back_and_changes_nothing()
    {
        var customer = await host.Customers.CreateAsync(profile => profile with
        {
            Username = $"{Guid.NewGuid():N}",
            CustomAttributes = ValueMap<BagValue>.Of([new("seats", BagValue.Of(JsonElement.Parse("1.50")))]),
            Consent = profile.Consent with { OptedOutWhatsappAt = new DateTimeOffset(2025, 1, 15, 10, 30, 0, 123, 456, TimeSpan.Zero) },
            Vendor = ValueMap<ValueMap<BagValue>>.Of([new("quentli", ValueMap<BagValue>.Of([new("replyWithAssistant", BagValue.Of("maybe"))]))]),
        });

        var (_, shown) = await SendAsync(contract.Show(customer));
        var (status, updated) = await SendAsync(contract.Write(customer, shown));

        Assert.Equal((200, $$"""{"customer":{{shown}}}"""), (status, updated));
        Assert.Contains("\"skipTaxInvoice\":false", shown, StringComparison.Ordinal);
        Assert.Contains("\"optedOutWhatsappAt\":\"2025-01-15T10:30:00.123Z\"", shown, StringComparison.Ordinal);
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task What_differs_from_what_was_shown_is_written()
    {
        var customer = await host.Customers.CreateAsync(profile => profile with
        {
            Consent = profile.Consent with { OptedOutWhatsappAt = new DateTimeOffset(2025, 1, 15, 10, 30, 0, 123, 456, TimeSpan.Zero) },
            Vendor = ValueMap<ValueMap<BagValue>>.Of([new("quentli", ValueMap<BagValue>.Of([new("skipTaxInvoice", BagValue.Of(true))]))]),
        });

        await SendAsync(contract.Write(
            customer, """{ "skipTaxInvoice": false, "replyWithAssistant": false, "optedOutWhatsappAt": "2025-01-15T10:30:00.123999Z" }"""));

        var profile = (await host.Customers.ReadAsync(customer)).Profile;
        Assert.Equal(new DateTimeOffset(2025, 1, 15, 10, 30, 0, 123, 999, TimeSpan.Zero), profile.Consent.OptedOutWhatsappAt);
        Assert.Equal(
            ValueMap<BagValue>.Of([new("skipTaxInvoice", BagValue.Of(false)), new("replyWithAssistant", BagValue.Of(false))]), profile.Vendor["quentli"]);
    }

    private async Task<(int Status, string Body)> SendAsync(HttpRequestMessage request)
    {
        var answer = await host.Client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

[Collection(PostgresTests.Name)]
public sealed class QuentliUpdateOnPostgres(PostgresHost host) : QuentliUpdateTests(host);

[Collection(SqliteTests.Name)]
public sealed class QuentliUpdateOnSqlite(SqliteHost host) : QuentliUpdateTests(host);
