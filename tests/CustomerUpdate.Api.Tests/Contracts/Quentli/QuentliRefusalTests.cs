using System.Text.Json;
using CustomerUpdate.Api.Tests.Conformance;
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
            $$"""{ "email": "{{customer.Profile.Email}}", "phoneNumber": "{{customer.Profile.Phone}}", "secondaryPhoneNumber": "{{owner.Profile.Phone}}" }"""));

        Assert.Equal(200, status);
        Assert.Equal(owner.Profile.Phone, (await host.Customers.ReadAsync(customer)).Profile.SecondaryPhone);
    }

    [Fact]
    public async Task The_key_is_looked_at_first_then_the_body_then_the_customer()
    {
        var customer = await host.Customers.CreateAsync();

        var (keyless, _) = await SendAsync(contract.Update(customer, "{", key: "", reference: contract.UnknownReference));
        var (broken, _) = await SendAsync(contract.Update(customer, "{", reference: contract.UnknownReference));
        var (invalid, _) = await SendAsync(contract.Update(customer, "{}", reference: contract.UnknownReference));
        var (unknown, _) = await SendAsync(contract.Update(customer, QuentliWire.Body("{}"), reference: contract.UnknownReference));

        Assert.Equal((401, 400, 400, 404), (keyless, broken, invalid, unknown));
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("Application/JSON;charset=\"UTF-8\"", 200)]
    [InlineData("text/json", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/merge-patch+json", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData(null, 415)]
    public async Task The_body_is_json_and_says_so(string? mediaType, int expected)
    {
        var customer = await host.Customers.CreateAsync();
        var body = ContractUnderTest.Bytes("""{ "input": { "data": {} } }"""u8.ToArray(), mediaType);

        var (status, answer) = await SendAsync(contract.Update(customer, body));

        Assert.Equal(expected, status);
        Assert.Equal(expected == 415 ? "UNSUPPORTED_MEDIA_TYPE" : null, answer.TryGetProperty("code", out var code) ? code.GetString() : null);
    }

    [Theory]
    [InlineData("bearer {0}", 200)]
    [InlineData("BEARER {0}", 200)]
    [InlineData("{0}", 401)]
    [InlineData("Basic {0}", 401)]
    [InlineData("Token {0}", 401)]
    [InlineData("Bearer {0}x", 401)]
    [InlineData("Bearer", 401)]
    public async Task The_key_is_a_bearer_token(string header, int expected)
    {
        var request = contract.Show(await host.Customers.CreateAsync());
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", string.Format(null, header, contract.Key));

        var answer = await host.Client.SendAsync(request);

        Assert.Equal(expected, (int)answer.StatusCode);
        Assert.Equal(expected == 401 ? "Bearer" : "", answer.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("GET", "/v1/customers", 404)]
    [InlineData("PATCH", "/v1/customers/", 404)]
    [InlineData("PATCH", "/v1/customers/cm1/more", 404)]
    [InlineData("PUT", "/v1/customers/cm1", 405)]
    [InlineData("POST", "/v1/customers/cm1", 405)]
    public async Task What_is_no_route_is_refused_in_quentlis_words(string method, string path, int expected)
    {
        var answer = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        var error = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(expected, (int)answer.StatusCode);
        Assert.Equal(expected == 404 ? "NOT_FOUND" : "METHOD_NOT_ALLOWED", CodeOf(error));
        Assert.Equal(expected == 405 ? ["PATCH", "GET"] : [], answer.Content.Headers.Allow);
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
