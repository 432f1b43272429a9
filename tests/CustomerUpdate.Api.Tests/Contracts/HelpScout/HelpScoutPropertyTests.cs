using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.History;
using CustomerUpdate.Core.Customers;
using static CustomerUpdate.Api.Tests.Contracts.HelpScout.HelpScoutCalls;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>The properties of a customer, each typed by its definition.</summary>
public abstract class HelpScoutPropertyTests
{
    private const string Gold = "0198f000-0000-7000-8000-0000000000aa";
    private const string Options = $$"""[{"id":"{{Gold}}","label":"gold"},{"label":"silver"}]""";

    private readonly HostUnderTest host;

    private protected HelpScoutPropertyTests(HostFixture fixture) => host = fixture.Host;

    [Fact]
    public async Task Properties_are_written_typed_and_shown_by_their_definitions()
    {
        var (calls, customer) = await DefinedAsync();

        var answer = await calls.SendAsync(HttpMethod.Patch, PathOf(customer, "/properties"), $$"""
            [ { "op": "replace", "path": "/seats", "value": -9223372036854775808 },
              { "op": "replace", "path": "/notes", "value": "text" },
              { "op": "replace", "path": "/site", "value": "google.com" },
              { "op": "replace", "path": "/since", "value": "2024-02-29" },
              { "op": "replace", "path": "/plan", "value": "{{Gold.ToUpperInvariant()}}" } ]
            """);

        Assert.Equal((204, ""), (answer.Status, answer.Body));
        Assert.Equal(
            ["-9223372036854775808", "\"text\"", "\"google.com\"", "\"2024-02-29\"", "\"gold\""],
            await StoredAsync(calls, customer, "seats", "notes", "site", "since", "plan"));
        Assert.Equal(
            [
                "text|notes|The notes|text|text", $"dropdown|plan|The plan|{Gold}|gold",
                "number|seats|The seats|-9223372036854775808|-9223372036854775808", "date|since|The since|2024-02-29|2024-02-29",
                "url|site|The site|google.com|google.com",
            ],
            await calls.PropertiesAsync(customer));
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("PUT")]
    public async Task Either_method_applies_operations_in_their_order(string method)
    {
        var (calls, customer) = await DefinedAsync(profile => profile with { CustomAttributes = Bag("notes", "old", "site", "a.example", "other", "stays") });

        var answer = await calls.SendAsync(new HttpMethod(method), PathOf(customer, "/properties"), """
            [ { "op": "replace", "path": "/plan", "value": "gold" }, { "op": "replace", "path": "/plan", "value": "silver" },
              { "op": "replace", "path": "/seats", "value": "7" }, { "op": "remove", "path": "/notes" },
              { "op": "remove", "path": "/site", "value": 1 }, { "op": "replace", "path": "/site", "value": "http://localhost/x" },
              { "op": "remove", "path": "/since" } ]
            """);

        Assert.True(answer.Status == 204, answer.Body);
        Assert.Equal(["\"silver\"", "7", "null", "\"http://localhost/x\"", "\"stays\""], await StoredAsync(calls, customer, "plan", "seats", "notes", "site", "other"));
        Assert.False((await calls.StoredAsync(customer)).CustomAttributes.ContainsKey("notes"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public async Task Null_and_an_empty_text_clear_a_property(string value)
    {
        var (calls, customer) = await DefinedAsync(profile => profile with { CustomAttributes = Bag("seats", "5") });

        Assert.Equal(204, (await calls.SendAsync(HttpMethod.Patch, PathOf(customer, "/properties"), Replace("seats", value))).Status);
        Assert.Empty((await calls.StoredAsync(customer)).CustomAttributes);
    }

    [Theory]
    [InlineData("seats", "9223372036854775808", "Expected an integer of 64 bits")]
    [InlineData("seats", "1.5", "Expected an integer of 64 bits")]
    [InlineData("seats", "\"many\"", "Expected an integer of 64 bits")]
    [InlineData("seats", "true", "Expected a number")]
    [InlineData("notes", "1", "Expected a string")]
    [InlineData("notes", "[\"x\"]", "Expected a string")]
    [InlineData("site", "\"not a url\"", "Expected a URL")]
    [InlineData("site", "\"word\"", "Expected a URL")]
    [InlineData("site", "\"javascript://x\"", "Expected a URL")]
    [InlineData("since", "\"29.02.2024\"", "Expected a date (YYYY-MM-DD)")]
    [InlineData("since", "\"2023-02-29\"", "Expected a date (YYYY-MM-DD)")]
    [InlineData("plan", "\"Gold\"", "Expected one of these: 'gold', 'silver'")]
    [InlineData("plan", "{}", "Expected a string")]
    public async Task A_value_of_another_type_is_refused(string slug, string value, string message)
    {
        var (calls, customer) = await DefinedAsync();

        var answer = await calls.SendAsync(HttpMethod.Patch, PathOf(customer, "/properties"), Replace(slug, value));

        Assert.Equal((400, "application/vnd.error+json"), (answer.Status, answer.ContentType));
        Assert.Equal([("[0].value", message)], answer.Errors);
        Assert.Equal(value, answer.Json.GetProperty("_embedded").GetProperty("errors")[0].GetProperty("rejectedValue").GetRawText());
    }

    [Fact]
    public async Task A_text_has_at_most_255_characters()
    {
        var (calls, customer) = await DefinedAsync();
        var path = PathOf(customer, "/properties");

        Assert.Equal(204, (await calls.SendAsync(HttpMethod.Patch, path, Replace("notes", $"\"{new string('ä', 255)}\""))).Status);
        Assert.Equal(400, (await calls.SendAsync(HttpMethod.Patch, path, Replace("notes", $"\"{new string('ä', 256)}\""))).Status);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_and_nothing_is_written()
    {
        var (calls, customer) = await DefinedAsync();

        var answer = await calls.SendAsync(HttpMethod.Patch, PathOf(customer, "/properties"), """
            [ { "op": "replace", "path": "/notes", "value": "x" }, { "op": "add", "path": "/notes", "value": "x" },
              { "op": "remove", "path": "/unknown" }, { "op": "replace", "path": "notes", "value": "x" }, {}, 7,
              { "op": 1, "path": 2 }, { "op": "replace", "path": "/notes" }, { "op": "replace", "path": "/seats", "value": "x" } ]
            """);

        Assert.Equal(400, answer.Status);
        Assert.Equal(
            [
                ("[1].op", "Expected one of these: 'remove', 'replace'"), ("[2].path", "There is no such property"),
                ("[3].path", "There is no such property"), ("[4].op", "may not be empty"), ("[4].path", "may not be empty"),
                ("[5]", "Expected an object"), ("[6].op", "Expected a string"), ("[6].path", "Expected a string"),
                ("[7].value", "may not be empty"), ("[8].value", "Expected an integer of 64 bits"),
            ],
            answer.Errors);
        Assert.Equal(customer.Profile, await calls.StoredAsync(customer));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[")]
    [InlineData("""[{"op":"replace","path":"/notes","value":"\u0000"}]""")]
    public async Task A_body_that_is_no_array_is_refused(string body)
    {
        var (calls, customer) = await DefinedAsync();

        var answer = await calls.SendAsync(HttpMethod.Patch, PathOf(customer, "/properties"), body);

        Assert.Equal((400, "[]"), (answer.Status, Assert.Single(answer.Errors).Path));
    }

    [Fact]
    public async Task Who_may_not_and_whom_there_is_not()
    {
        var (calls, customer) = await DefinedAsync();
        var foreign = await host.Customers.CreateAsync(TestTenants.Other);
        var demo = ByDemo(host);
        var reader = demo with { Token = TestTenants.DemoReadOnly.Key("helpscout") };

        Assert.Equal(404, (await calls.SendAsync(HttpMethod.Patch, PathOf(foreign, "/properties"), Replace("notes", "\"x\""))).Status);
        Assert.Equal(400, (await demo.SendAsync(HttpMethod.Patch, PathOf(await demo.CreateAsync(), "/properties"), Replace("notes", "\"x\""))).Status);
        Assert.Equal(403, (await reader.SendAsync(HttpMethod.Patch, PathOf(await demo.CreateAsync(), "/properties"), "[]")).Status);
        Assert.Equal(204, (await calls.SendAsync(HttpMethod.Patch, PathOf(customer, "/properties"), "[]", "application/json-patch+json")).Status);
        Assert.Equal(customer.Profile, await calls.StoredAsync(customer));
    }

    [Fact]
    public async Task What_has_no_definition_and_what_does_not_fit_one_is_shown_as_text()
    {
        var (calls, customer) = await DefinedAsync(profile => profile with { CustomAttributes = Bag("free", "x", "seats", "many", "plan", "bronze") });

        Assert.Equal(
            ["text|free|free|x|x", "text|plan|The plan|bronze|bronze", "text|seats|The seats|many|many"], await calls.PropertiesAsync(customer));
    }

    [Fact]
    public async Task The_hub_shows_properties_through_the_lens_as_Help_Scout_itself()
    {
        var calls = ByDemo(host);
        var customer = await calls.CreateAsync(profile => profile with { CustomAttributes = Bag("plan", "premium", "free", "x") });

        var own = await calls.GetAsync(PathOf(customer));
        var lens = await new HubCalls(host).GetAsync(customer, "/as/helpscout");

        Assert.Contains("\"type\":\"dropdown\"", own.Body, StringComparison.Ordinal);
        Assert.Equal(own.Body, lens.Body);
    }

    private static string Replace(string slug, string value) => $$"""[{"op":"replace","path":"/{{slug}}","value":{{value}}}]""";

    private static ValueMap<BagValue> Bag(params string[] pairs) =>
        ValueMap<BagValue>.Of(pairs.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], BagValue.Of(pair[1]))));

    private static async Task<IEnumerable<string>> StoredAsync(HelpScoutCalls calls, Customer customer, params string[] keys)
    {
        var stored = (await calls.StoredAsync(customer)).CustomAttributes;
        return keys.Select(key => stored.Find(key).Json);
    }

    // A tenant with one property of each type, and a customer.
    private async Task<(HelpScoutCalls Calls, Customer Customer)> DefinedAsync(Func<Profile, Profile>? change = null)
    {
        var calls = await ByNewTenantAsync(host);
        await calls.DefineAsync("number", "seats");
        await calls.DefineAsync("text", "notes");
        await calls.DefineAsync("url", "site");
        await calls.DefineAsync("date", "since");
        await calls.DefineAsync("dropdown", "plan", Options);
        return (calls, await calls.CreateAsync(change));
    }
}

[Collection(PostgresTests.Name)]
public sealed class HelpScoutPropertiesOnPostgres(PostgresHost host) : HelpScoutPropertyTests(host);

[Collection(SqliteTests.Name)]
public sealed class HelpScoutPropertiesOnSqlite(SqliteHost host) : HelpScoutPropertyTests(host);
