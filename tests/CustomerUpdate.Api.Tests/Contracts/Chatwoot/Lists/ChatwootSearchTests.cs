using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>Searches for contacts, over HTTP.</summary>
public abstract class ChatwootSearchTests
{
    private readonly HostUnderTest host;

    private protected ChatwootSearchTests(HostFixture fixture) => host = fixture.Host;

    [Theory]
    [InlineData("love", "Lovelace")]
    [InlineData("LOVE", "Lovelace")]
    [InlineData("%20%20love%20", "Lovelace")]
    [InlineData("ADA@EX", "Lovelace")]
    [InlineData("second@", "Lovelace")]
    [InlineData("%2B1202", "Lovelace")]
    [InlineData("5550123", "Lovelace")]
    [InlineData("CRM-9", "Lovelace")]
    [InlineData("crm-9", "")]
    [InlineData("acme", "Lovelace")]
    [InlineData("100%25", "100%_sure")]
    [InlineData("%25", "100%_sure")]
    [InlineData("_", "100%_sure")]
    [InlineData("%27;--", "")]
    [InlineData("zo%C3%8B", "Zoë")]
    [InlineData("london", "")]
    public async Task A_part_is_found_in_names_addresses_numbers_identifiers_and_companies(string q, string names)
    {
        var account = await ChatwootAccount.CreateAsync(host);
        await account.AddAsync("Lovelace", profile => profile with
        {
            Identifier = "CRM-99",
            Emails = new EntryList { Entries = [new Entry(1, "work", "Ada@example.com", "ada@example.com"), new Entry(2, "home", "second@example.com", "second@example.com")], PrimaryId = 1 },
            Phones = ChatwootAccount.Entries("+12025550123"),
            ProfileAttributes = ChatwootAccount.Bag("""{"company_name":"Acme Inc","city":"London"}"""),
        });
        await account.AddAsync("100%_sure");
        await account.AddAsync("Zoë");

        var found = await account.GetAsync($"/search?q={q}");

        Assert.Equal(names, found.Names);
        Assert.Equal($$"""{"count":{{(names == "" ? 0 : 1)}},"current_page":1}""", found.Meta);
    }

    [Fact]
    public async Task What_is_found_is_paged_and_sorted()
    {
        var account = await ChatwootAccount.CreateAsync(host);
        for (var number = 1; number <= 17; number++)
        {
            await account.AddAsync($"c{number:00}");
        }

        var found = await account.GetAsync("/search?q=c&sort=-name&page=2");

        Assert.Equal(("c02 c01", """{"count":17,"current_page":"2"}"""), (found.Names, found.Meta));
    }

    [Theory]
    [InlineData("", "1")]
    [InlineData("?q=", "1")]
    [InlineData("?q=%20%09", "1")]
    [InlineData("?q[]=ada", "1")]
    [InlineData("?q[a]=ada&page=2", "\"2\"")]
    public async Task A_blank_search_finds_nobody_and_counts_nothing(string query, string page)
    {
        var account = await ChatwootAccount.CreateAsync(host);
        await account.AddAsync("ada");

        Assert.Equal(
            $$$"""200 {"meta":{"count":null,"current_page":{{{page}}}},"payload":[]}""", (await account.GetAsync("/search" + query)).Answer.Line);
    }

    [Fact]
    public async Task An_account_makes_a_hundred_searches_a_minute_whichever_of_its_tokens_asks()
    {
        var (account, other) = (await ChatwootAccount.CreateAsync(host), await ChatwootAccount.CreateAsync(host));
        var second = account with { Token = await account.Tenant.NewKeyAsync("chatwoot") };
        for (var number = 0; number < 50; number++)
        {
            Assert.Equal(200, (await account.GetAsync("/search")).Status);
            Assert.Equal(200, (await second.GetAsync("/search.json")).Status);
        }

        var refused = await account.GetAsync("/search?q=ada");

        Assert.Equal((429, "text/plain", "Retry later\n"), (refused.Status, refused.Answer.ContentType, refused.Answer.Body));
        Assert.Equal(429, (await second.GetAsync("/search.json?q=ada")).Status);
        Assert.Equal(200, (await other.GetAsync("/search?q=ada")).Status);
        Assert.Equal(200, (await account.GetAsync()).Status);
        Assert.Equal(200, (await account.FilterAsync("""{ "payload": [] }""")).Status);

        host.Clock.Advance(TimeSpan.FromMilliseconds(600));
        Assert.Equal(200, (await second.GetAsync("/search?q=ada")).Status);
        Assert.Equal(429, (await account.GetAsync("/search?q=ada")).Status);
    }

    [Fact]
    public async Task What_is_left_of_the_searches_is_said_beside_what_is_left_of_the_requests()
    {
        var account = await ChatwootAccount.CreateAsync(host);
        await account.Tenant.LimitAsync("chatwoot", 60);
        var request = new HttpRequestMessage(HttpMethod.Get, account.Path + "/search?q=ada");
        request.Headers.TryAddWithoutValidation("api_access_token", account.Token);

        var answer = await host.Client.SendAsync(request);

        Assert.Equal(
            ["\"chatwoot\";r=59;t=1", "\"chatwoot-search\";r=99;t=1"],
            answer.Headers.GetValues("RateLimit").SelectMany(line => line.Split(", ")).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["\"chatwoot\";q=60;w=60", "\"chatwoot-search\";q=100;w=60"],
            answer.Headers.GetValues("RateLimit-Policy").SelectMany(line => line.Split(", ")).Order(StringComparer.Ordinal));
    }
}

[Collection(PostgresTests.Name)]
public sealed class ChatwootSearchesOnPostgres(PostgresHost host) : ChatwootSearchTests(host);

[Collection(SqliteTests.Name)]
public sealed class ChatwootSearchesOnSqlite(SqliteHost host) : ChatwootSearchTests(host);
