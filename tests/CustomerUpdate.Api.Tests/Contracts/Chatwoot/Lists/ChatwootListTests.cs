using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>Lists of contacts, over HTTP.</summary>
public abstract class ChatwootListTests
{
    private readonly HostUnderTest host;

    private protected ChatwootListTests(HostFixture fixture) => host = fixture.Host;

    [Fact]
    public async Task Contacts_are_listed_as_they_are_shown()
    {
        var account = await ChatwootAccount.CreateAsync(host);
        var customer = await account.AddAsync("ada", profile => profile with { Tags = ["vip"], CustomAttributes = ChatwootAccount.Bag("""{"plan":"gold"}""") });

        var list = await account.GetAsync();
        var shown = await account.GetAsync($"/{ChatwootClient.IdOf(customer)}");

        Assert.Equal((200, "application/json; charset=utf-8"), (list.Status, list.Answer.ContentType));
        Assert.Equal($$"""{"meta":{"count":1,"current_page":1},"payload":[{{shown.Answer.Contact.GetRawText()}}]}""", list.Answer.Body);
    }

    [Fact]
    public async Task Only_contacts_with_an_email_address_a_phone_number_or_an_identifier_are_listed()
    {
        var account = await ChatwootAccount.CreateAsync(host);
        var nameless = await account.AddAsync("nobody", profile => profile with { Identifier = null });
        await account.AddAsync("mail", profile => profile with { Identifier = null, Emails = ChatwootAccount.Entries("a@example.com") });
        await account.AddAsync("phone", profile => profile with { Identifier = null, Phones = ChatwootAccount.Entries("+12025550123") });
        await account.AddAsync("identifier");

        var list = await account.GetAsync();

        Assert.Equal(("mail phone identifier", """{"count":3,"current_page":1}"""), (list.Names, list.Meta));
        Assert.Equal(200, (await account.GetAsync($"/{ChatwootClient.IdOf(nameless)}")).Status);
        Assert.Equal("", (await account.GetAsync("/search?q=nobody")).Names);
        Assert.Equal("", (await account.FilterAsync("name", "equal_to", """["nobody"]""")).Names);
    }

    [Fact]
    public async Task Contacts_of_another_account_are_not_listed()
    {
        var (account, other) = (await ChatwootAccount.CreateAsync(host), await ChatwootAccount.CreateAsync(host));
        await other.AddAsync("theirs");

        Assert.Equal("""{"meta":{"count":0,"current_page":1},"payload":[]}""", (await account.GetAsync()).Answer.Body);
        Assert.Equal("""401 {"error":"You are not authorized to access this account"}""", (await (account with { Tenant = other.Tenant }).GetAsync()).Answer.Line);
    }

    [Theory]
    [InlineData("", "1", "c01", 15)]
    [InlineData("?page=1", "\"1\"", "c01", 15)]
    [InlineData("?page=2", "\"2\"", "c16", 2)]
    [InlineData("?page=3", "\"3\"", null, 0)]
    [InlineData("?page=0", "\"0\"", "c01", 15)]
    [InlineData("?page=-2", "\"-2\"", "c01", 15)]
    [InlineData("?page=abc", "\"abc\"", "c01", 15)]
    [InlineData("?page=", "\"\"", "c01", 15)]
    [InlineData("?page", "1", "c01", 15)]
    [InlineData("?page[]=2", "1", "c01", 15)]
    [InlineData("?page=2147483648", "\"2147483648\"", null, 0)]
    [InlineData("?page=99999999999999999999999999999999999999999999", "\"99999999999999999999999999999999999999999999\"", null, 0)]
    public async Task A_page_has_fifteen_and_is_called_what_the_request_calls_it(string query, string called, string? first, int count)
    {
        var account = await ChatwootAccount.CreateAsync(host);
        for (var number = 1; number <= 17; number++)
        {
            await account.AddAsync($"c{number:00}");
        }

        var list = await account.GetAsync(query);

        Assert.Equal($$"""{"count":17,"current_page":{{called}}}""", list.Meta);
        Assert.Equal(count, list.Answer.Contact.GetArrayLength());
        Assert.Equal(first ?? "", list.Names.Split(' ')[0]);
    }

    [Theory]
    [InlineData("", "dan amy Bob cid")]
    [InlineData("created_at", "dan amy Bob cid")]
    [InlineData("-created_at", "cid Bob amy dan")]
    [InlineData("name", "amy Bob cid dan")]
    [InlineData("-name", "dan cid Bob amy")]
    [InlineData("email", "Bob dan amy cid")]
    [InlineData("-email", "dan Bob amy cid")]
    [InlineData("phone_number", "amy Bob dan cid")]
    [InlineData("-phone_number", "Bob amy dan cid")]
    [InlineData("last_activity_at", "Bob dan amy cid")]
    [InlineData("-last_activity_at", "dan Bob amy cid")]
    [InlineData("company", "dan amy Bob cid")]
    [InlineData("-company", "amy dan Bob cid")]
    [InlineData("company_name", "dan amy Bob cid")]
    [InlineData("city", "amy dan Bob cid")]
    [InlineData("-city", "dan amy Bob cid")]
    [InlineData("country,-name", "amy Bob dan cid")]
    [InlineData("-country,name", "dan Bob amy cid")]
    [InlineData("nonsense,-id,-name", "dan cid Bob amy")]
    [InlineData("name,-name", "amy Bob cid dan")]
    [InlineData(",,--name,;drop", "dan amy Bob cid")]
    public async Task Keys_sort_in_either_direction_those_without_a_value_last_and_unknown_ones_mean_nothing(string sort, string names)
    {
        var account = await ChatwootAccount.CreateAsync(host);
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await account.AddAsync("dan", profile => profile with
        {
            Emails = ChatwootAccount.Entries("z@example.com"),
            LastSeenAt = start.AddDays(1),
            ProfileAttributes = ChatwootAccount.Bag("""{"company_name":"acme","city":"Paris","country":"Spain"}"""),
        });
        await account.AddAsync("amy", profile => profile with
        {
            Phones = ChatwootAccount.Entries("+12025550101"),
            ProfileAttributes = ChatwootAccount.Bag("""{"company_name":"Zeta","city":"berlin","country":"France"}"""),
        });
        await account.AddAsync("Bob", profile => profile with
        {
            Emails = ChatwootAccount.Entries("a@example.com"),
            Phones = ChatwootAccount.Entries("+12025550102"),
            LastSeenAt = start,
            ProfileAttributes = ChatwootAccount.Bag("""{"country":"Italy"}"""),
        });
        await account.AddAsync("cid");

        Assert.Equal(names, (await account.GetAsync($"?sort={sort}")).Names);
    }

    [Theory]
    [InlineData("labels[]=vip", "ada bob")]
    [InlineData("labels[]=VIP", "ada bob")]
    [InlineData("labels[]=vip&labels[]=lead", "ada bob cid")]
    [InlineData("labels[]=lead,none", "bob cid")]
    [InlineData("labels=lead", "bob cid")]
    [InlineData("labels[]=none", "")]
    [InlineData("labels[]=vi", "")]
    [InlineData("labels=", "ada bob cid dan")]
    [InlineData("labels[]=", "ada bob cid dan")]
    [InlineData("labels[a]=vip", "ada bob cid dan")]
    public async Task Labels_ask_for_contacts_with_any_of_them(string query, string names)
    {
        var account = await ChatwootAccount.CreateAsync(host);
        await account.AddAsync("ada", profile => profile with { Tags = ["vip"] });
        await account.AddAsync("bob", profile => profile with { Tags = ["Vip", "lead"] });
        await account.AddAsync("cid", profile => profile with { Tags = ["lead"] });
        await account.AddAsync("dan");

        Assert.Equal(names, (await account.GetAsync("?" + query)).Names);
        Assert.Equal(names, (await account.GetAsync("/search?q=id-&" + query)).Names);
    }

    [Fact]
    public async Task More_labels_than_are_looked_at_are_refused()
    {
        var account = await ChatwootAccount.CreateAsync(host);

        var few = await account.GetAsync($"?labels={string.Join(',', Enumerable.Range(0, 200))}");
        var many = await account.GetAsync($"?labels={string.Join(',', Enumerable.Range(0, 201))}");

        Assert.Equal(200, few.Status);
        Assert.Equal("422 A filter has at most 50 conditions and 200 values, a list at most 200 labels", many.Refusal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("?include_contact_inboxes=true", true)]
    [InlineData("?include_contact_inboxes=", true)]
    [InlineData("?include_contact_inboxes=false", false)]
    [InlineData("?include_contact_inboxes=0", false)]
    public async Task Inboxes_are_listed_unless_the_query_says_otherwise(string query, bool listed)
    {
        var account = await ChatwootAccount.CreateAsync(host);
        await account.AddAsync("ada");

        foreach (var list in new[] { await account.GetAsync(query), await account.GetAsync("/search" + (query == "" ? "?" : query + "&") + "q=ada"), await account.FilterAsync("""{ "payload": [] }""", query) })
        {
            Assert.Equal(listed, list.First.TryGetProperty("contact_inboxes", out _));
        }
    }

    [Fact]
    public async Task Nobody_is_online()
    {
        var account = await ChatwootAccount.CreateAsync(host);
        await account.AddAsync("ada", profile => profile with { LastSeenAt = host.Clock.GetUtcNow() });

        Assert.Equal("""{"meta":{"count":0,"current_page":1},"payload":[]}""", (await account.GetAsync("/active")).Answer.Body);
        Assert.Equal("""{"count":0,"current_page":"7"}""", (await account.GetAsync("/active?page=7&sort=-name")).Meta);
        Assert.Equal("offline", (await account.GetAsync()).First.GetProperty("availability_status").GetString());
    }

    [Fact]
    public async Task A_json_suffix_is_no_part_of_the_path()
    {
        var account = await ChatwootAccount.CreateAsync(host);
        await account.AddAsync("ada");

        Assert.Equal((await account.GetAsync("?page=1")).Answer.Line, (await account.GetAsync(".json?page=1")).Answer.Line);
        Assert.Equal((await account.GetAsync("/search?q=ada")).Answer.Line, (await account.GetAsync("/search.json?q=ada")).Answer.Line);
        Assert.Equal((await account.GetAsync("/active")).Answer.Line, (await account.GetAsync("/active.json")).Answer.Line);
        Assert.Equal(200, await PostAsync("/filter.json", """{ "payload": [] }"""));
        Assert.Equal(401, await PostAsync(".json", """{ "name": "Grace" }""")); // a route, and not for a key that may read only

        async Task<int> PostAsync(string rest, string json) => (await new ChatwootClient(host).SendAsync(
            HttpMethod.Post, account.Path + rest, Conformance.ContractUnderTest.Text(json), ("api_access_token", account.Token))).Status;
    }

    [Theory]
    [InlineData("?page=%C3%28")]
    [InlineData("/search?q=%00")]
    [InlineData("/active?sort[a]=1&sort=name&sort[b]=2")]
    [InlineData("?labels[]=a&labels[b]=c")]
    public async Task A_query_that_makes_no_sense_is_malformed(string rest)
    {
        var account = await ChatwootAccount.CreateAsync(host);

        Assert.Equal("""400 {"status":400,"error":"Bad Request"}""", (await account.GetAsync(rest)).Answer.Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/search?q=a")]
    [InlineData("/active")]
    [InlineData("/filter")]
    public async Task Who_may_not_see_contacts_is_told_so_before_anything_else(string rest)
    {
        var method = rest == "/filter" ? HttpMethod.Post : HttpMethod.Get;
        var chatwoot = new ChatwootClient(host);

        Assert.Equal(
            """401 {"errors":["You need to sign in or sign up before continuing."]}""",
            (await chatwoot.SendAsync(method, "/api/v1/accounts/999999/contacts" + rest, null, ("X-Other", "1"))).Line);
        Assert.Equal(
            """401 {"error":"Invalid Access Token"}""",
            (await chatwoot.SendAsync(method, "/api/v1/accounts/999999/contacts" + rest, null, ("api_access_token", "nobody's"))).Line);
        Assert.Equal("""404 {"error":"Resource could not be found"}""", (await chatwoot.SendAsync(method, "/api/v1/accounts/999999/contacts" + rest)).Line);
    }
}

[Collection(PostgresTests.Name)]
public sealed class ChatwootListsOnPostgres(PostgresHost host) : ChatwootListTests(host);

[Collection(SqliteTests.Name)]
public sealed class ChatwootListsOnSqlite(SqliteHost host) : ChatwootListTests(host);
