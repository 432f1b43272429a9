using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>How the token endpoint is asked, and how it refuses.</summary>
public abstract class HelpScoutTokenRequestTests
{
    private readonly HostUnderTest host;
    private readonly TokenEndpoint tokens;

    private protected HelpScoutTokenRequestTests(HostFixture fixture)
    {
        host = fixture.Host;
        tokens = new TokenEndpoint(host);
    }

    [Fact]
    public async Task Parameters_come_as_json_as_a_form_or_in_the_query()
    {
        var client = await tokens.NewClientAsync();
        var json = $$"""{ "grant_type": "client_credentials", "client_id": "{{client.Id}}", "client_secret": "{{client.Secret}}", "scope": null }""";
        var form = $"grant_type=client_credentials&client_id={client.Id}&client_secret={client.Secret}&redirect_uri=";

        Assert.Equal(200, (await tokens.PostAsync(json)).Status);
        Assert.Equal(200, (await tokens.PostAsync(json, "application/json;charset=UTF-8")).Status);
        Assert.Equal(200, (await tokens.PostAsync(form, TokenEndpoint.Form)).Status);
        Assert.Equal(200, (await tokens.PostAsync(form, $"{TokenEndpoint.Form}; charset=utf-8")).Status);
        Assert.Equal(200, (await tokens.PostAsync(null, null, $"?{form}")).Status);
        Assert.Equal(200, (await tokens.PostAsync("", TokenEndpoint.Form, $"?{form}")).Status);
        Assert.Equal(200, (await tokens.PostAsync("", "application/json", $"?{form}")).Status);
        Assert.Equal(200, (await tokens.PostAsync("grant_type=client_credentials", TokenEndpoint.Form, $"?client_id={client.Id}&client_secret={client.Secret}")).Status);
    }

    [Theory]
    [InlineData("", "invalid_request")]
    [InlineData("[]", "invalid_request")]
    [InlineData("\"text\"", "invalid_request")]
    [InlineData("{", "invalid_request")]
    [InlineData("{}", "invalid_request")]
    [InlineData("""{"grant_type":5}""", "invalid_request")]
    [InlineData("""{"grant_type":""}""", "invalid_request")]
    [InlineData("""{"grant_type":"client_credentials","grant_type":"client_credentials"}""", "invalid_request")]
    [InlineData("""{"grant_type":"authorization_code","client_id":"a","client_secret":"b"}""", "invalid_request")]
    [InlineData("""{"grant_type":"refresh_token","client_id":"a","client_secret":"b","refresh_token":["c"]}""", "invalid_request")]
    [InlineData("""{"grant_type":"client_credentials","client_id":"a\u0000","client_secret":"b"}""", "invalid_request")]
    [InlineData("""{"grant_type":"password","username":"a","password":"b"}""", "unsupported_grant_type")]
    [InlineData("""{"grant_type":"Client_Credentials"}""", "unsupported_grant_type")]
    public async Task A_request_that_is_none_is_refused_in_oauths_words(string body, string error) => AssertError(await tokens.PostAsync(body), 400, error);

    [Theory]
    [InlineData("grant_type=client_credentials&grant_type=client_credentials", "")]
    [InlineData("grant_type=client_credentials", "?grant_type=client_credentials")]
    [InlineData("client_id=a", "?grant_type=client_credentials&client_id=a&client_id=b")]
    [InlineData("grant_type=client_credentials&client_id=%00&client_secret=b", "")]
    [InlineData("client_secret=b", "?grant_type=client_credentials&client_id=%00")]
    public async Task A_parameter_comes_once_and_can_be_read(string form, string query) =>
        AssertError(await tokens.PostAsync(form, TokenEndpoint.Form, query), 400, "invalid_request");

    [Theory]
    [InlineData("""{"grant_type":"client_credentials"}""")]
    [InlineData("""{"grant_type":"client_credentials","client_id":"nobody"}""")]
    [InlineData("""{"grant_type":"client_credentials","client_id":"nobody","client_secret":" "}""")]
    [InlineData("""{"grant_type":"client_credentials","client_id":"nobody","client_secret":"nothing"}""")]
    [InlineData("""{"grant_type":"authorization_code","client_id":"nobody","client_secret":"nothing","code":"none"}""")]
    public async Task An_unknown_client_is_refused(string body)
    {
        var answer = await tokens.PostAsync(body);

        AssertError(answer, 401, "invalid_client");
        Assert.Equal("Bearer", answer.Header("WWW-Authenticate"));
    }

    [Fact]
    public async Task The_halves_of_a_credential_belong_together()
    {
        var (client, other) = (await tokens.NewClientAsync(), await tokens.NewClientAsync());
        await tokens.GrantAsync(client, "client_credentials");
        await tokens.GrantAsync(other, "client_credentials");

        AssertError(await tokens.AskAsync(client with { Secret = other.Secret }, "client_credentials"), 401, "invalid_client");
        AssertError(await tokens.AskAsync(client with { Id = client.Secret }, "client_credentials"), 401, "invalid_client");
        Assert.Equal(401, await tokens.UseAsync(client.Secret));
    }

    [Theory]
    [InlineData("grant_type=client_credentials", "text/plain")]
    [InlineData("grant_type=client_credentials", null)]
    [InlineData("{}", "multipart/form-data; boundary=b")]
    public async Task Another_type_of_body_is_unsupported(string body, string? contentType)
    {
        var answer = await tokens.PostAsync(body, contentType);

        Assert.Equal((415, "application/vnd.error+json"), (answer.Status, answer.ContentType));
    }

    [Fact]
    public async Task A_body_has_at_most_one_MiB() =>
        Assert.Equal(413, (await tokens.PostAsync($"code={new string('a', 1024 * 1024)}", TokenEndpoint.Form)).Status);

    [Fact]
    public async Task It_counts_as_a_write_of_its_key()
    {
        var client = await tokens.NewClientAsync(settings: """{ "rateLimits": { "helpscout": 3 } }""");

        var first = await tokens.AskAsync(client, "client_credentials");
        var second = await tokens.AskAsync(client, "client_credentials");

        Assert.Equal((200, "3", "1"), (first.Status, first.Header("X-RateLimit-Limit-Minute"), first.Header("X-RateLimit-Remaining-Minute")));
        Assert.Equal((429, "application/vnd.error+json", "API rate limit exceeded"), (second.Status, second.ContentType, second.Message));
        Assert.Equal(second.Header("Retry-After"), second.Header("X-RateLimit-Retry-After"));
    }

    [Fact]
    public async Task A_token_is_a_secret_and_is_not_kept_to_be_given_again()
    {
        var (client, key) = (await tokens.NewClientAsync(), Guid.NewGuid().ToString());
        var form = $"grant_type=client_credentials&client_id={client.Id}&client_secret={client.Secret}";

        var (first, again) = (await AskAsync(), await AskAsync());

        Assert.Equal((200, 200), (first.Status, again.Status));
        Assert.NotEqual(first.Body, again.Body);
        Assert.False(again.Http.Headers.Contains("Idempotency-Replayed"));

        Task<HelpScoutAnswer> AskAsync() => tokens.PostAsync(form, TokenEndpoint.Form, alter: request => request.Headers.Add("Idempotency-Key", key));
    }

    [Fact]
    public async Task Other_methods_are_refused() =>
        Assert.Equal(405, (await new HelpScoutHttp(host).SendAsync(HttpMethod.Get, "/v2/oauth2/token?grant_type=client_credentials")).Status);

    private static void AssertError(HelpScoutAnswer answer, int status, string error)
    {
        Assert.Equal((status, "application/json; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal(["error", "error_description"], answer.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal(error, answer.Json.GetProperty("error").GetString());
        Assert.Equal(("no-store", "no-cache"), (answer.Header("Cache-Control"), answer.Header("Pragma")));
    }
}

[Collection(PostgresTests.Name)]
public sealed class HelpScoutTokenRequestTestsOnPostgres(PostgresHost host) : HelpScoutTokenRequestTests(host);

[Collection(SqliteTests.Name)]
public sealed class HelpScoutTokenRequestTestsOnSqlite(SqliteHost host) : HelpScoutTokenRequestTests(host);
