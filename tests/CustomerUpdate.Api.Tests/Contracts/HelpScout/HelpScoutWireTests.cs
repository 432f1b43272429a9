using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;
using static CustomerUpdate.Api.Tests.Contracts.HelpScout.HelpScoutSamples;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>Help Scout's headers, ids, tokens and its view of a customer, over HTTP.</summary>
public abstract class HelpScoutWireTests
{
    private const string Body = """[ { "op": "replace", "path": "/age", "value": "36" } ]""";

    private static readonly string[] Collections = ["emails", "phones", "chats", "social_profiles", "websites"];

    private readonly HostUnderTest host;
    private readonly HelpScoutHttp http;

    private protected HelpScoutWireTests(HostFixture fixture)
    {
        host = fixture.Host;
        http = new HelpScoutHttp(host);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json;charset=utf-8")]
    [InlineData("application/json; charset=ISO-8859-1")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/json-patch+json")]
    [InlineData("application/json-patch+json; charset=utf-8")]
    public async Task Json_is_read_under_either_name(string contentType) =>
        Assert.Equal(204, (await http.PatchAsync(await http.CreateAsync(), Body, contentType)).Status);

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/merge-patch+json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("nonsense")]
    public async Task Another_type_is_unsupported(string? contentType)
    {
        var answer = await http.PatchAsync(await http.CreateAsync(), Body, contentType);

        Assert.Equal((415, "application/vnd.error+json"), (answer.Status, answer.ContentType));
        Assert.False(answer.Json.TryGetProperty("_embedded", out _));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("abc")]
    [InlineData("%20")]
    [InlineData("99999999999999999999")]
    [InlineData("99999999")]
    public async Task An_id_that_is_nobodys_is_not_found(string id)
    {
        var shown = await http.GetAsync(id);
        var updated = await http.PatchAsync(id, Body);

        Assert.Equal((404, 404), (shown.Status, updated.Status));
        Assert.Equal("application/vnd.error+json", shown.ContentType);
        Assert.False(shown.Json.TryGetProperty("_embedded", out _));
    }

    [Fact]
    public async Task An_id_has_one_spelling()
    {
        var id = (await http.CreateAsync()).Profile.ReferenceOf("helpscout")!;

        Assert.Equal(200, (await http.GetAsync(id)).Status);
        Assert.Equal(200, (await http.GetAsync(id + "/")).Status);
        Assert.Equal(404, (await http.GetAsync("0" + id)).Status);
        Assert.Equal(404, (await http.GetAsync("%2B" + id)).Status);
        Assert.Equal(404, (await http.GetAsync("%20" + id)).Status);
    }

    [Fact]
    public async Task A_bad_token_is_said_before_a_bad_body_and_that_before_an_unknown_customer()
    {
        var unauthorised = await http.PatchAsync("99999999", "{", alter: request => request.Headers.Authorization = null);
        var malformed = await http.PatchAsync("99999999", "{");
        var invalid = await http.PatchAsync("99999999", "{}");
        var unknown = await http.PatchAsync("99999999", "[]");

        Assert.Equal((401, 400, 400, 404), (unauthorised.Status, malformed.Status, invalid.Status, unknown.Status));
    }

    [Theory]
    [InlineData("Bearer", 200)]
    [InlineData("bearer", 200)]
    [InlineData("BEARER", 200)]
    [InlineData("Token", 401)]
    [InlineData("Basic", 401)]
    public async Task A_token_comes_under_its_scheme(string scheme, int status)
    {
        var answer = await http.GetAsync(await http.CreateAsync(), request => request.Headers.Authorization = new(scheme, HelpScoutHttp.Token));

        Assert.Equal(status, answer.Status);
        Assert.DoesNotContain(HelpScoutHttp.Token, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_id_that_is_a_uuid_is_the_log_reference()
    {
        const string Id = "64bb72b4-0a92-11e8-ba89-0ed5f89f718b";

        var refused = await http.GetAsync("99999999", request => request.Headers.Add("X-Request-Id", Id));
        var shown = await http.GetAsync(await http.CreateAsync(), request => request.Headers.Add("X-Request-Id", "my request"));

        Assert.Equal((Id, Id), (refused.Header("Correlation-Id"), refused.Json.GetProperty("logRef").GetString()));
        Assert.True(Guid.TryParseExact(shown.Header("Correlation-Id"), "D", out _));
    }

    [Fact]
    public async Task A_customer_is_shown_as_hal()
    {
        var customer = await http.CreateAsync();

        var answer = await http.GetAsync(customer);

        var self = $"{host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}/v2/customers/{customer.Profile.ReferenceOf("helpscout")}";
        Assert.Equal((200, "application/hal+json;charset=UTF-8"), (answer.Status, answer.ContentType));
        Assert.Equal("no-cache, no-store, max-age=0, must-revalidate", answer.Header("Cache-Control"));
        Assert.Equal(self, answer.Json.GetProperty("_links").GetProperty("self").GetProperty("href").GetString());
        Assert.Equal($"{self}/social-profiles/", answer.Json.GetProperty("_links").GetProperty("social-profiles").GetProperty("href").GetString());
    }

    [Fact]
    public async Task What_was_written_is_shown()
    {
        var customer = await http.CreateAsync(profile => profile with
        {
            Emails = Entries(2),
            Phones = Entries(4),
            Chats = Entries(6),
            SocialProfiles = Entries(8),
            Websites = Entries(10),
        });
        var unique = $"{customer.Id:N}@";

        var answer = await http.PatchAsync(customer, Read("every-path.json").Replace("@", unique, StringComparison.Ordinal));
        var shown = (await http.GetAsync(customer)).Json;

        Assert.True(answer.Status == 204, answer.Body);
        Assert.Equal(("Vernon", "Bear", "Male"), (Text("firstName"), Text("lastName"), Text("gender")));
        var embedded = shown.GetProperty("_embedded");
        Assert.All(Collections, collection => Assert.Equal(3, embedded.GetProperty(collection).GetArrayLength()));
        Assert.Equal("forsquare", embedded.GetProperty("social_profiles")[2].GetProperty("type").GetString());
        Assert.Equal(
            """{"city":"Dallas","state":"TX","postalCode":"74206","country":"US","lines":["123 West Main St","Suite 123"]}""",
            embedded.GetProperty("address").GetRawText());

        string? Text(string member) => shown.GetProperty(member).GetString();
    }

    private static EntryList Entries(long last) => new() { Entries = [new Entry(last - 1, "other", "odd"), new Entry(last, "other", "even")] };
}

[Collection(PostgresTests.Name)]
public sealed class HelpScoutWireTestsOnPostgres(PostgresHost host) : HelpScoutWireTests(host);

[Collection(SqliteTests.Name)]
public sealed class HelpScoutWireTestsOnSqlite(SqliteHost host) : HelpScoutWireTests(host);
