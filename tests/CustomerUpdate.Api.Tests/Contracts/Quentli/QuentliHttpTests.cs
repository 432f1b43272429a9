using System.Text.Json;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

/// <summary>What Quentli makes of paths, methods and headers, and in which order.</summary>
public abstract class QuentliHttpTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly QuentliUnderTest contract = new();

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
    [InlineData("PATCH", "/v1/customers/cm1/more", null)]
    [InlineData("PATCH", "/v1/customers/", "POST, GET, HEAD")]
    [InlineData("PUT", "/v1/customers/cm1", "PATCH, GET, HEAD")]
    [InlineData("POST", "/v1/customers/cm1", "PATCH, GET, HEAD")]
    public async Task What_is_no_route_is_refused_in_quentlis_words(string method, string path, string? allowed)
    {
        var answer = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        var error = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(allowed is null ? (404, "NOT_FOUND") : (405, "METHOD_NOT_ALLOWED"), ((int)answer.StatusCode, CodeOf(error)));
        Assert.Equal(allowed ?? "", string.Join(", ", answer.Content.Headers.Allow));
    }

    private static string? CodeOf(JsonElement error) => error.GetProperty("code").GetString();

    private async Task<(int Status, JsonElement Body)> SendAsync(HttpRequestMessage request)
    {
        var answer = await host.Client.SendAsync(request);
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }
}

[Collection(PostgresTests.Name)]
public sealed class QuentliHttpOnPostgres(PostgresHost host) : QuentliHttpTests(host);

[Collection(SqliteTests.Name)]
public sealed class QuentliHttpOnSqlite(SqliteHost host) : QuentliHttpTests(host);
