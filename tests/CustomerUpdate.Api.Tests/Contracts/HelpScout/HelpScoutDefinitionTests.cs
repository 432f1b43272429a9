using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using static CustomerUpdate.Api.Tests.Contracts.HelpScout.HelpScoutCalls;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>The definitions of properties.</summary>
public abstract class HelpScoutDefinitionTests
{
    private const string Path = "/v2/customer-properties";

    private readonly HostUnderTest host;

    private protected HelpScoutDefinitionTests(HostFixture fixture) => host = fixture.Host;

    [Fact]
    public async Task Definitions_are_made_and_listed_in_their_order()
    {
        var calls = await ByNewTenantAsync(host);

        var made = await calls.SendAsync(HttpMethod.Post, Path, """{"type":"number","slug":"seats","name":"Seats","options":[{"label":"ignored"}]}""");
        await calls.SendAsync(HttpMethod.Post, Path, """
            { "type": "dropdown", "slug": "a_plan-1", "name": "Plan",
              "options": [ { "id": "0198F000-0000-7000-8000-0000000000AA", "label": "gold" }, { "label": "silver" } ] }
            """);
        var listed = await calls.GetAsync(Path);

        Assert.Equal((201, ""), (made.Status, made.Body));
        Assert.EndsWith(Path, made.Header("Location"), StringComparison.Ordinal);
        Assert.Equal((200, "application/hal+json;charset=UTF-8"), (listed.Status, listed.ContentType));
        var properties = listed.Json.GetProperty("_embedded").GetProperty("customer-properties");
        var given = properties[1].GetProperty("options")[1].GetProperty("id").GetString();
        Assert.True(Guid.TryParseExact(given, "D", out _));
        Assert.Equal(
            "[" + """{"type":"number","slug":"seats","name":"Seats"},""" + """{"type":"dropdown","slug":"a_plan-1","name":"Plan","options":["""
            + """{"id":"0198f000-0000-7000-8000-0000000000aa","label":"gold"},""" + $$"""{"id":"{{given}}","label":"silver"}]}]""",
            properties.GetRawText());
        Assert.EndsWith(Path, listed.Json.GetProperty("_links").GetProperty("self").GetProperty("href").GetString(), StringComparison.Ordinal);
        Assert.False(listed.Json.TryGetProperty("page", out _));
    }

    [Fact]
    public async Task A_tenant_has_its_own_definitions()
    {
        var (first, second) = (await ByNewTenantAsync(host), await ByNewTenantAsync(host));
        await first.DefineAsync("text", "shared");
        await second.DefineAsync("date", "shared");

        var listed = await second.GetAsync(Path);

        Assert.Equal("date", listed.Json.GetProperty("_embedded").GetProperty("customer-properties")[0].GetProperty("type").GetString());
        Assert.Equal("[]", (await (await ByNewTenantAsync(host)).GetAsync(Path)).Json.GetProperty("_embedded").GetProperty("customer-properties").GetRawText());
    }

    [Fact]
    public async Task A_slug_that_is_taken_is_a_conflict()
    {
        var calls = await ByNewTenantAsync(host);
        await calls.DefineAsync("text", "notes");

        var answer = await calls.SendAsync(HttpMethod.Post, Path, """{"type":"date","slug":"notes","name":"Notes"}""");

        Assert.Equal((409, "There already is a property with this slug"), (answer.Status, answer.Message));
        Assert.Equal(201, (await calls.SendAsync(HttpMethod.Post, Path, """{"type":"date","slug":"Notes","name":"Notes"}""")).Status);
    }

    [Fact]
    public async Task A_company_has_at_most_fifty_properties()
    {
        var calls = await ByNewTenantAsync(host);
        for (var number = 1; number <= 50; number++)
        {
            await calls.DefineAsync("text", $"property-{number}");
        }

        var answer = await calls.SendAsync(HttpMethod.Post, Path, """{"type":"text","slug":"property-51","name":"One too many"}""");

        Assert.Equal((400, ("customer-properties", "size must be between 0 and 50")), (answer.Status, Assert.Single(answer.Errors)));
        Assert.Equal(50, (await calls.GetAsync(Path)).Json.GetProperty("_embedded").GetProperty("customer-properties").GetArrayLength());
    }

    [Theory]
    [InlineData("{}", "type may not be empty", "slug may not be empty", "name may not be empty")]
    [InlineData(
        """{"type":"money","slug":"a b","name":1}""",
        "type Expected one of these: 'number', 'text', 'url', 'date', 'dropdown'", "slug Expected letters, digits, '-' and '_' only", "name Expected a string")]
    [InlineData("""{"type":"text","slug":"email","name":"x"}""", "slug Expected a slug that is not reserved")]
    [InlineData("""{"type":"text","slug":"jobTitle","name":"x"}""", "slug Expected a slug that is not reserved")]
    [InlineData("""{"type":"text","slug":"ä","name":"x"}""", "slug Expected letters, digits, '-' and '_' only")]
    [InlineData("""{"type":"dropdown","slug":"a","name":"x","options":{}}""", "options Expected an array of options")]
    [InlineData(
        """{"type":"dropdown","slug":"a","name":"x","options":[{"label":"b"},{"label":"b"},{"id":"c","label":""},{},1,null]}""",
        "options[2].id Expected a UUID", "options[2].label may not be empty", "options[3].label may not be empty", "options[4] Expected an object",
        "options[5] may not be empty", "options[1].label must be unique")]
    [InlineData("[]", "{} Expected an object")]
    public async Task A_bad_definition_is_refused_with_all_that_is_wrong(string body, params string[] errors)
    {
        var answer = await ByDemo(host).SendAsync(HttpMethod.Post, Path, body);

        Assert.Equal((400, "application/vnd.error+json"), (answer.Status, answer.ContentType));
        Assert.Equal(errors, answer.Errors.Select(error => $"{error.Path} {error.Message}"));
    }

    [Theory]
    [InlineData(100, 255, 100, 201)]
    [InlineData(101, 255, 100, 400)]
    [InlineData(100, 256, 100, 400)]
    [InlineData(100, 255, 101, 400)]
    public async Task Slug_label_and_options_have_their_published_limits(int slug, int label, int options, int status)
    {
        var calls = await ByNewTenantAsync(host);
        var labels = Enumerable.Range(100, options).Select(number => new { label = $"{number}".PadRight(label, 'x') });

        var answer = await calls.SendAsync(
            HttpMethod.Post, Path, JsonSerializer.Serialize(new { type = "dropdown", slug = new string('s', slug), name = "x", options = labels }));

        Assert.True(answer.Status == status, answer.Body);
    }

    [Fact]
    public async Task Those_who_may_only_read_may_list_and_no_more()
    {
        var reader = ByDemo(host) with { Token = TestTenants.DemoReadOnly.Key("helpscout") };

        Assert.Equal(200, (await reader.GetAsync(Path)).Status);
        Assert.Equal(403, (await reader.SendAsync(HttpMethod.Post, Path, """{"type":"text","slug":"read-only","name":"x"}""")).Status);
        Assert.Equal(401, (await (reader with { Token = "nobody's" }).GetAsync(Path)).Status);
        Assert.Equal(415, (await ByDemo(host).SendAsync(HttpMethod.Post, Path, "{}", "text/plain")).Status);
    }

    [Fact]
    public async Task A_definition_is_made_once_and_looked_at_without_being_made()
    {
        var calls = await ByNewTenantAsync(host);
        const string Body = """{"type":"text","slug":"once","name":"Once"}""";

        var looked = await calls.SendAsync(HttpMethod.Post, Path, Body, alter: request => request.Headers.Add("Prefer", "dry-run"));
        var first = await calls.SendAsync(HttpMethod.Post, Path, Body, alter: request => request.Headers.Add("Idempotency-Key", "k"));
        var again = await calls.SendAsync(HttpMethod.Post, Path, Body, alter: request => request.Headers.Add("Idempotency-Key", "k"));

        Assert.Equal((201, 201, 201), (looked.Status, first.Status, again.Status));
        Assert.Equal("true", again.Header("Idempotency-Replayed"));
    }
}

[Collection(PostgresTests.Name)]
public sealed class HelpScoutDefinitionsOnPostgres(PostgresHost host) : HelpScoutDefinitionTests(host);

[Collection(SqliteTests.Name)]
public sealed class HelpScoutDefinitionsOnSqlite(SqliteHost host) : HelpScoutDefinitionTests(host);
