using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

/// <summary>How Quentli says no, where it says it in its own way, over HTTP.</summary>
public abstract class QuentliRefusalTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly QuentliUnderTest contract = new();

    [Theory]
    [InlineData("name", "null")]
    [InlineData("username", "null")]
    [InlineData("username", "\"\"")]
    [InlineData("password", "null")]
    [InlineData("hasChangedPassword", "null")]
    [InlineData("tags", "null")]
    [InlineData("metadata", "null")]
    [InlineData("meta", "null")]
    [InlineData("acceptedServiceAgreement", "null")]
    [InlineData("skipTaxInvoice", "null")]
    [InlineData("phoneNumberVerified", "null")]
    [InlineData("emailVerified", "null")]
    [InlineData("email", "\"\"")]
    [InlineData("phoneNumber", "\"\"")]
    [InlineData("secondaryPhoneNumber", "\"\"")]
    [InlineData("email", "5")]
    [InlineData("optedOutWhatsappAt", "\"2025-01-15\"")]
    public async Task A_bad_member_is_named_and_nothing_is_written(string member, string value)
    {
        var customer = await host.Customers.CreateAsync();

        var (status, error) = await SendAsync(contract.Write(customer, $$"""{ "assigneeId": "u_1", "{{member}}": {{value}} }"""));

        Assert.Equal((400, "VALIDATION_ERROR"), (status, CodeOf(error)));
        Assert.StartsWith($"input.data.{member} must be ", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal($"input.data.{member}", Assert.Single(error.GetProperty("errors").EnumerateArray()).GetProperty("path").GetString());
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Theory]
    [InlineData("email", "EMAIL_TAKEN")]
    [InlineData("phoneNumber", "PHONE_TAKEN")]
    [InlineData("username", "USERNAME_TAKEN")]
    public async Task A_value_of_another_customer_is_a_conflict_that_shows_the_customer(string member, string code)
    {
        var owner = await host.Customers.CreateAsync(profile => profile with { Username = $"ada-{profile.Email}" });
        var customer = await host.Customers.CreateAsync();
        var value = member switch { "email" => owner.Profile.Email, "phoneNumber" => owner.Profile.Phone, _ => owner.Profile.Username };

        var (status, error) = await SendAsync(contract.Write(customer, $$"""{ "name": "Not Written", "{{member}}": "{{value}}" }"""));

        Assert.Equal((409, code), (status, CodeOf(error)));
        Assert.Equal(value, error.GetProperty(member).GetString());
        Assert.Equal(
            $$"""{"id":"{{owner.Profile.ReferenceOf("quentli")}}","name":"Ada Lovelace"}""", error.GetProperty("conflictingCustomer").GetRawText());
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task A_second_phone_number_may_be_shared_and_ones_own_values_are_no_conflict()
    {
        var owner = await host.Customers.CreateAsync();
        var customer = await host.Customers.CreateAsync();

        var (status, _) = await SendAsync(contract.Write(
            customer,
            $$"""
            { "email": "{{customer.Profile.Email}}", "phoneNumber": "{{customer.Profile.Phone}}",
              "secondaryPhoneNumber": "{{owner.Profile.Phone}}" }
            """));

        Assert.Equal(200, status);
        Assert.Equal(owner.Profile.Phone, (await host.Customers.ReadAsync(customer)).Profile.SecondaryPhone);
    }

    private static string? CodeOf(JsonElement error) => error.GetProperty("code").GetString();

    private async Task<(int Status, JsonElement Body)> SendAsync(HttpRequestMessage request)
    {
        var answer = await host.Client.SendAsync(request);
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }
}

[Collection(PostgresTests.Name)]
public sealed class QuentliRefusalOnPostgres(PostgresHost host) : QuentliRefusalTests(host);

[Collection(SqliteTests.Name)]
public sealed class QuentliRefusalOnSqlite(SqliteHost host) : QuentliRefusalTests(host);
