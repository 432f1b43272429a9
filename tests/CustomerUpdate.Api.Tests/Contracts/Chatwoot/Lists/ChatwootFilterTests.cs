using System.Globalization;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>Filters of contacts, over HTTP.</summary>
public abstract class ChatwootFilterTests
{
    private readonly HostUnderTest host;

    private protected ChatwootFilterTests(HostFixture fixture) => host = fixture.Host;

    [Theory]
    [InlineData("name", "equal_to", """["ANN"]""", "ann")]
    [InlineData("name", "equal_to", """["ann","bob"]""", "ann")]
    [InlineData("name", "equal_to", "\"ann\"", "ann")]
    [InlineData("name", "equal_to", """["an"]""", "")]
    [InlineData("name", "equal_to", """["an%"]""", "")]
    [InlineData("name", "not_equal_to", """["Ann"]""", "bob cid")]
    [InlineData("name", "contains", """["AN","id"]""", "ann cid")]
    [InlineData("name", "contains", """[" an "]""", "ann")]
    [InlineData("name", "contains", """["a%n"]""", "")]
    [InlineData("name", "does_not_contain", """["an","id"]""", "bob")]
    [InlineData("email", "equal_to", """["ann@example.com"]""", "ann")]
    [InlineData("email", "not_equal_to", """["x@example.com"]""", "ann")]
    [InlineData("email", "contains", """["@EXAMPLE"]""", "ann")]
    [InlineData("email", "does_not_contain", """["nobody"]""", "ann")]
    [InlineData("phone_number", "equal_to", """["+12025550101"]""", "ann")]
    [InlineData("phone_number", "equal_to", """["12025550101"]""", "ann")]
    [InlineData("phone_number", "equal_to", "[12025550101]", "ann")]
    [InlineData("phone_number", "not_equal_to", """["12025550101"]""", "bob")]
    [InlineData("phone_number", "contains", """["555010"]""", "ann bob")]
    [InlineData("phone_number", "does_not_contain", """["0101"]""", "bob")]
    [InlineData("phone_number", "starts_with", """["+1202"]""", "")]
    [InlineData("phone_number", "starts_with", """["+12025550101"]""", "ann")]
    [InlineData("identifier", "equal_to", """["crm-1"]""", "ann")]
    [InlineData("identifier", "not_equal_to", """["crm-1"]""", "bob cid")]
    [InlineData("country_code", "equal_to", """["gb"]""", "ann")]
    [InlineData("country_code", "not_equal_to", """["gb"]""", "bob")]
    [InlineData("city", "equal_to", """["new york"]""", "bob")]
    [InlineData("city", "contains", """["on","ew"]""", "ann bob")]
    [InlineData("city", "does_not_contain", """["on"]""", "bob")]
    [InlineData("company", "equal_to", """["acme ltd"]""", "ann")]
    [InlineData("company", "not_equal_to", """["acme ltd"]""", "bob")]
    [InlineData("company", "contains", """["acme"]""", "ann")]
    [InlineData("labels", "equal_to", """["VIP"]""", "ann")]
    [InlineData("labels", "equal_to", """["vip","lead"]""", "ann")]
    [InlineData("labels", "not_equal_to", """["vip"]""", "bob cid")]
    [InlineData("labels", "is_present", "[]", "ann bob")]
    [InlineData("labels", "is_not_present", "null", "cid")]
    [InlineData("blocked", "equal_to", "[true]", "bob")]
    [InlineData("blocked", "equal_to", """["TRUE"]""", "bob")]
    [InlineData("blocked", "equal_to", """["f"]""", "ann cid")]
    [InlineData("blocked", "not_equal_to", "[true]", "ann cid")]
    [InlineData("blocked", "not_equal_to", """["no"]""", "bob")]
    [InlineData("last_activity_at", "is_greater_than", """["2025-12-20"]""", "ann")]
    [InlineData("last_activity_at", "is_greater_than", """["2025-12-19"]""", "ann bob")]
    [InlineData("last_activity_at", "is_greater_than", """["9999-12-31"]""", "")]
    [InlineData("last_activity_at", "is_less_than", """["2025-12-20"]""", "")]
    [InlineData("last_activity_at", "is_less_than", """["2025-12-21"]""", "bob")]
    [InlineData("last_activity_at", "is_less_than", """["2025-12-21T23:00:00-05:00"]""", "bob")]
    [InlineData("last_activity_at", "is_less_than", """["0001-01-01"]""", "")]
    public async Task Each_key_is_compared_by_its_operators(string key, string with, string values, string names)
    {
        var account = await AccountAsync();

        Assert.Equal(names, (await account.FilterAsync(key, with, values)).Names);
    }

    [Theory]
    [InlineData("plan", "equal_to", """["gold"]""", "ann")]
    [InlineData("plan", "not_equal_to", """["gold"]""", "bob cid")]
    [InlineData("plan", "contains", """["OL","x"]""", "ann")]
    [InlineData("plan", "does_not_contain", """["ol"]""", "bob")]
    [InlineData("plan", "is_present", "[]", "ann bob")]
    [InlineData("plan", "is_not_present", "[]", "cid")]
    [InlineData("plan", "starts_with", """["go"]""", "")]
    [InlineData("plan", "starts_with", """["gold"]""", "ann")]
    [InlineData("plan", "equal_to", """["' OR '1'='1"]""", "")]
    [InlineData("seats", "equal_to", "[10]", "bob")]
    [InlineData("seats", "equal_to", """["5.0"]""", "ann")]
    [InlineData("seats", "not_equal_to", "[5]", "bob cid")]
    [InlineData("seats", "is_greater_than", """["5"]""", "bob")]
    [InlineData("seats", "is_greater_than", "[4]", "ann bob")]
    [InlineData("seats", "is_less_than", "[9.5]", "ann")]
    [InlineData("since", "is_greater_than", """["2025-12-20"]""", "bob")]
    [InlineData("since", "is_greater_than", """["2025-12-31"]""", "")]
    [InlineData("since", "is_greater_than", """["2025-12-19"]""", "ann bob")]
    [InlineData("since", "is_less_than", """["2025-12-31"]""", "ann")]
    [InlineData("since", "is_less_than", """["2025-12-20"]""", "")]
    [InlineData("plan", "is_greater_than", """["2025-12-20"]""", "")]
    [InlineData("active", "equal_to", "[true]", "ann")]
    [InlineData("active", "equal_to", """["True"]""", "ann")]
    [InlineData("a'b\"c", "equal_to", """["x"]""", "cid")]
    public async Task A_custom_attribute_is_compared_in_any_way(string key, string with, string values, string names)
    {
        var account = await AccountAsync();

        Assert.Equal(names, (await account.FilterAsync(key, with, values)).Names);
    }

    [Fact]
    public async Task Days_are_counted_back_from_today()
    {
        var account = await ChatwootAccount.CreateAsync(host);
        var today = host.Clock.GetUtcNow().UtcDateTime.Date;
        foreach (var days in new[] { 2, 3, 4 })
        {
            var day = today.AddDays(-days);
            await account.AddAsync($"d{days}", profile => profile with
            {
                LastSeenAt = new DateTimeOffset(day.AddHours(23), TimeSpan.Zero),
                CustomAttributes = ValueMap<BagValue>.Of([new("since", BagValue.Of(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))]),
            });
        }

        Assert.Equal("d4", (await account.FilterAsync("last_activity_at", "days_before", "[3]")).Names);
        Assert.Equal("d3 d4", (await account.FilterAsync("last_activity_at", "days_before", """["2"]""")).Names);
        Assert.Equal("d3 d4", (await account.FilterAsync("since", "days_before", """["2"]""")).Names);
        Assert.Equal("", (await account.FilterAsync("last_activity_at", "days_before", "[36500]")).Names);
    }

    [Fact]
    public async Task Creation_is_compared_by_the_day()
    {
        var account = await ChatwootAccount.CreateAsync(host);
        var ada = await account.AddAsync("ada");
        var (before, that, after) = (Day(-1), Day(0), Day(1));

        Assert.Equal("ada", (await account.FilterAsync("created_at", "is_greater_than", before)).Names);
        Assert.Equal("", (await account.FilterAsync("created_at", "is_greater_than", that)).Names);
        Assert.Equal("", (await account.FilterAsync("created_at", "is_less_than", that)).Names);
        Assert.Equal("ada", (await account.FilterAsync("created_at", "is_less_than", after)).Names);
        Assert.Equal("", (await account.FilterAsync("created_at", "days_before", "[0]")).Names);

        string Day(int offset) => $"[\"{ada.CreatedAt.UtcDateTime.AddDays(offset):yyyy-MM-dd}\"]";
    }

    [Theory]
    [InlineData("AND", "OR", "ann cid")]
    [InlineData("and", "or", "ann cid")]
    [InlineData("OR", "AND", "ann")]
    [InlineData("AND", "AND", "")]
    [InlineData("OR", "OR", "ann bob cid")]
    public async Task Conditions_are_joined_in_their_order_and_and_binds_tighter(string first, string second, string names)
    {
        var account = await AccountAsync();
        var payload = new JsonArray(
            ChatwootAccount.Condition("city", "equal_to", """["London"]""", first),
            ChatwootAccount.Condition("plan", "contains", first.Equals("AND", StringComparison.OrdinalIgnoreCase) ? """["gold"]""" : """["silver"]""", second),
            ChatwootAccount.Condition("labels", "is_not_present", "[]"));

        Assert.Equal(names, (await account.FilterAsync(new JsonObject { ["payload"] = payload }.ToJsonString())).Names);
    }

    [Fact]
    public async Task No_condition_is_every_resolved_contact_paged_and_sorted()
    {
        var account = await ChatwootAccount.CreateAsync(host);
        for (var number = 1; number <= 16; number++)
        {
            await account.AddAsync($"c{number:00}");
        }

        var byQuery = await account.FilterAsync("""{ "payload": [] }""", "?page=2&sort=-name");
        var byBody = await account.FilterAsync("""{ "payload": [], "page": 2, "sort": "-name" }""", "?page=1");

        Assert.Equal(("c01", """{"count":16,"current_page":"2"}"""), (byQuery.Names, byQuery.Meta));
        Assert.Equal(("c01", """{"count":16,"current_page":2}"""), (byBody.Names, byBody.Meta));
        Assert.Equal("""{"count":16,"current_page":1}""", (await account.FilterAsync("""{ "payload": [], "page": null }""")).Meta);
    }

    [Fact]
    public async Task A_filter_may_be_a_form()
    {
        var account = await AccountAsync();
        const string Condition = "payload[][attribute_key]=name&payload[][filter_operator]=contains&payload[][values][]=an&payload[][values][]=id";
        var parts = new MultipartFormDataContent
        {
            { new StringContent("name"), "\"payload[][attribute_key]\"" },
            { new StringContent("equal_to"), "\"payload[][filter_operator]\"" },
            { new StringContent("bob"), "\"payload[][values][]\"" },
        };

        Assert.Equal("ann cid", (await account.FilterAsync(ContractUnderTest.Text(Condition, "application/x-www-form-urlencoded"))).Names);
        Assert.Equal("bob", (await account.FilterAsync(parts)).Names);
        Assert.Equal("ann cid", (await account.FilterAsync((HttpContent?)null, "?" + Condition)).Names);
    }

    [Theory]
    [InlineData("country_code", "contains", """["x"]""", "Invalid operator. The allowed operators for country_code are [equal_to,not_equal_to].")]
    [InlineData("blocked", "is_present", "[]", "Invalid operator. The allowed operators for blocked are [equal_to,not_equal_to].")]
    [InlineData("labels", "contains", """["x"]""", "Invalid operator. The allowed operators for labels are [equal_to,not_equal_to,is_present,is_not_present].")]
    [InlineData("plan", "resembles", """["x"]""", "Invalid operator. The allowed operators for plan are [equal_to,not_equal_to,contains,does_not_contain,is_present,is_not_present,is_greater_than,is_less_than,days_before,starts_with].")]
    [InlineData("country_code", "equal_to", "[]", "Invalid value. The values provided for country_code are invalid")]
    [InlineData("name", "contains", "null", "Invalid value. The values provided for name are invalid")]
    [InlineData("name", "equal_to", """[{"a":1}]""", "Invalid value. The values provided for name are invalid")]
    [InlineData("blocked", "equal_to", """["perhaps"]""", "Invalid value. The values provided for blocked are invalid")]
    [InlineData("created_at", "is_less_than", """["yesterday"]""", "Invalid value. The values provided for created_at are invalid")]
    [InlineData("created_at", "is_less_than", """["2026-02-30"]""", "Invalid value. The values provided for created_at are invalid")]
    [InlineData("created_at", "days_before", """["99999"]""", "Invalid value. The values provided for created_at are invalid")]
    [InlineData("seats", "is_greater_than", """["many"]""", "Invalid value. The values provided for seats are invalid")]
    [InlineData("nothing_of_ours", "equal_to", """["x"]""", "Invalid attribute key - [nothing_of_ours]. The key should be one of [name,phone_number,email,identifier,country_code,city,company,labels,created_at,last_activity_at,blocked] or a custom attribute defined in the account.")]
    public async Task What_is_wrong_is_said_in_the_servers_words(string key, string with, string values, string message)
    {
        var account = await AccountAsync();

        Assert.Equal($"422 {message}", (await account.FilterAsync(key, with, values)).Refusal);
    }

    [Fact]
    public async Task An_attribute_of_another_accounts_contacts_is_not_defined()
    {
        var (account, other) = (await ChatwootAccount.CreateAsync(host), await AccountAsync());

        Assert.StartsWith("422 Invalid attribute key - [plan].", (await account.FilterAsync("plan", "is_not_present", "[]")).Refusal, StringComparison.Ordinal);
        Assert.Equal("cid", (await other.FilterAsync("plan", "is_not_present", "[]")).Names);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{ "payload": null }""")]
    [InlineData("""{ "payload": "name" }""")]
    [InlineData("""{ "payload": { "0": {} } }""")]
    public async Task A_filter_without_a_list_of_conditions_is_refused(string body)
    {
        var account = await ChatwootAccount.CreateAsync(host);

        Assert.Equal("422 param is missing or the value is empty: payload", (await account.FilterAsync(body)).Refusal);
    }

    [Fact]
    public async Task A_long_filter_is_answered_and_a_longer_one_refused()
    {
        var account = await AccountAsync();
        var values = $"[{string.Join(',', Enumerable.Range(0, 4).Select(number => $"\"v{number}\""))}]";
        var payload = Enumerable.Range(0, 49).Select(_ => ChatwootAccount.Condition("name", "contains", values, "OR"))
            .Append(ChatwootAccount.Condition("seats", "contains", "[5]")).ToArray<JsonNode>();
        var long50 = new JsonObject { ["payload"] = new JsonArray([.. payload.Select(node => node.DeepClone())]) };
        var long51 = new JsonObject { ["payload"] = new JsonArray([payload[0].DeepClone(), .. payload.Select(node => node.DeepClone())]) };
        var values201 = $"[{string.Join(',', Enumerable.Range(0, 201))}]";

        Assert.Equal("ann", (await account.FilterAsync(long50.ToJsonString())).Names);
        Assert.StartsWith("422 A filter has at most", (await account.FilterAsync(long51.ToJsonString())).Refusal, StringComparison.Ordinal);
        Assert.StartsWith("422 A filter has at most", (await account.FilterAsync("name", "contains", values201)).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_are_refused_as_those_of_an_update()
    {
        var account = await ChatwootAccount.CreateAsync(host);

        Assert.Equal("""400 {"status":400,"error":"Bad Request"}""", (await account.FilterAsync("{")).Answer.Line);
        Assert.Equal("""400 {"status":400,"error":"Bad Request"}""", (await account.FilterAsync("""{ "payload": [{ "attribute_key": "\u0000" }] }""")).Answer.Line);
        Assert.Equal(415, (await account.FilterAsync(ContractUnderTest.Text("<a/>", "application/xml"))).Status);
        Assert.Equal(413, (await account.FilterAsync($$"""{ "payload": [], "x": "{{new string('x', 1024 * 1024)}}" }""")).Status);
    }

    private async Task<ChatwootAccount> AccountAsync()
    {
        var account = await ChatwootAccount.CreateAsync(host);
        await account.AddAsync("ann", profile => profile with
        {
            Identifier = "CRM-1",
            Emails = ChatwootAccount.Entries("Ann@Example.com", "ann@example.com"),
            Phones = ChatwootAccount.Entries("+12025550101"),
            Tags = ["vip"],
            LastSeenAt = new DateTimeOffset(2026, 1, 1, 10, 0, 0, TimeSpan.Zero),
            ProfileAttributes = ChatwootAccount.Bag("""{"company_name":"Acme Ltd","city":"London","country_code":"GB"}"""),
            CustomAttributes = ChatwootAccount.Bag("""{"plan":"Gold","seats":5,"since":"2025-12-20","active":true}"""),
        });
        await account.AddAsync("bob", profile => profile with
        {
            Phones = ChatwootAccount.Entries("+12025550102"),
            Tags = ["lead"],
            Blocked = true,
            LastSeenAt = new DateTimeOffset(2025, 12, 20, 23, 59, 59, TimeSpan.Zero),
            ProfileAttributes = ChatwootAccount.Bag("""{"company_name":"Beta","city":"New York","country_code":"US"}"""),
            CustomAttributes = ChatwootAccount.Bag("""{"plan":"silver","seats":"10","since":"2025-12-31T23:30:00Z"}"""),
        });
        await account.AddAsync("cid", profile => profile with { CustomAttributes = ChatwootAccount.Bag("""{"a'b\"c":"x"}""") });
        return account;
    }
}

[Collection(PostgresTests.Name)]
public sealed class ChatwootFiltersOnPostgres(PostgresHost host) : ChatwootFilterTests(host);

[Collection(SqliteTests.Name)]
public sealed class ChatwootFiltersOnSqlite(SqliteHost host) : ChatwootFilterTests(host);
