using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Limits;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>Customers are listed page by page, by condition and in order. Each test has a tenant of its own.</summary>
public abstract class HelpScoutListTests(HostFixture fixture) : IAsyncLifetime
{
    private readonly HostUnderTest host = fixture.Host;
    private LimitedTenant tenant = null!;
    private string token = null!;

    public async Task InitializeAsync()
    {
        tenant = await LimitedTenant.CreateAsync(host);
        token = await tenant.NewKeyAsync("helpscout");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Nobody_is_a_page_without_customers()
    {
        var answer = await GetAsync("/v2/customers");

        var list = $"{host.Client.BaseAddress}v2/customers/";
        Assert.Equal((200, "application/hal+json;charset=UTF-8"), (answer.Status, answer.ContentType));
        Assert.Equal(
            $$$"""
            {"_links":{"first":{"href":"{{{list}}}?page=1"},"last":{"href":"{{{list}}}?page=1"},"page":{"href":"{{{list}}}{?page}","templated":true},"self":{"href":"{{{list}}}"}},"page":{"size":50,"totalElements":0,"totalPages":0,"number":1}}
            """,
            answer.Body);
    }

    [Fact]
    public async Task A_customer_is_listed_as_it_is_shown()
    {
        var customer = await CreateAsync("Ada", "Lovelace");

        var listed = Assert.Single(Customers(await GetAsync("/v2/customers")));

        var shown = await GetAsync($"/v2/customers/{customer.Profile.ReferenceOf("helpscout")}");
        Assert.Equal(shown.Body, listed.GetRawText());
    }

    [Fact]
    public async Task A_page_has_fifty_customers_and_links_to_its_neighbours()
    {
        for (var number = 0; number < 101; number++)
        {
            await CreateAsync("Ada", $"N{number:000}");
        }

        var list = $"{host.Client.BaseAddress}v2/customers/?firstName=Ada&sortField=lastName&sortOrder=asc";
        var (first, second, third) = (await PageAsync(1), await PageAsync(2), await PageAsync(3));

        Assert.Equal((50, 50, 1), (Names(first).Count, Names(second).Count, Names(third).Count));
        Assert.Equal(Enumerable.Range(0, 101).Select(number => $"N{number:000}"), Names(first).Concat(Names(second)).Concat(Names(third)));
        Assert.Equal("""{"size":50,"totalElements":101,"totalPages":3,"number":2}""", second.Json.GetProperty("page").GetRawText());
        Assert.Equal(
            [
                ("first", $"{list}&page=1"), ("last", $"{list}&page=3"), ("next", $"{list}&page=3"), ("prev", $"{list}&page=1"), ("page", $"{list}{{&page}}"),
                ("self", $"{host.Client.BaseAddress}v2/customers/?firstName=Ada&page=2&sortField=lastName&sortOrder=asc"),
            ],
            Links(second));
        Assert.Equal(["first", "last", "next", "page", "self"], Links(first).Select(link => link.Name));
        Assert.Equal(["first", "last", "prev", "page", "self"], Links(third).Select(link => link.Name));

        var beyond = await PageAsync(5);
        Assert.False(beyond.Json.TryGetProperty("_embedded", out _));
        Assert.Equal($"{list}&page=3", Links(beyond).Single(link => link.Name == "prev").Href);

        Task<HelpScoutAnswer> PageAsync(int page) => GetAsync($"/v2/customers?firstName=Ada&page={page}&sortField=lastName&sortOrder=asc");
    }

    [Fact]
    public async Task A_link_of_the_list_leads_to_it()
    {
        await CreateAsync("Ada", "Lovelace");
        var answer = await GetAsync("/v2/customers?query=(firstName%3A%22ada%22)");

        var followed = await GetAsync(Links(answer).Single(link => link.Name == "first").Href);

        Assert.Equal(["Lovelace"], Names(followed));
        Assert.Equal(["Lovelace"], Names(await GetAsync("/v2/customers/")));
    }

    [Fact]
    public async Task Names_are_compared_whole_and_without_letter_case()
    {
        await CreateAsync("Ada", "Lovelace");
        await CreateAsync("Ada", "Byron");
        await CreateAsync("Adam", "Lovelace");

        Assert.Equal(["Byron", "Lovelace"], Names(await GetAsync("/v2/customers?firstName=ADA")).Order());
        Assert.Equal(["Lovelace"], Names(await GetAsync("/v2/customers?firstName=ada&lastName=lovelace&mailbox=12&page=")));
        Assert.Empty(Names(await GetAsync("/v2/customers?firstName=Ad")));
        Assert.Empty(Names(await GetAsync("/v2/customers?firstName=%25")));
    }

    [Fact]
    public async Task Customers_are_sorted()
    {
        await CreateAsync("B", "1");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await CreateAsync("a", "3");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await CreateAsync("C", "2");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await UpdateAsync(second);

        Assert.Equal("2 3 1", await ListAsync(""));
        Assert.Equal("2 3 1", await ListAsync("?sortField=score"));
        Assert.Equal("1 3 2", await ListAsync("?sortOrder=asc"));
        Assert.Equal("2 1 3", await ListAsync("?sortField=firstName"));
        Assert.Equal("3 1 2", await ListAsync("?sortField=firstName&sortOrder=asc"));
        Assert.Equal("3 2 1", await ListAsync("?sortField=lastName"));
        Assert.Equal("3 2 1", await ListAsync("?sortField=modifiedAt&sortOrder=desc"));
    }

    [Fact]
    public async Task Customers_that_have_changed_since_are_found()
    {
        var first = await CreateAsync("Ada", "1");
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        await CreateAsync("Ada", "2");
        var later = Uri.EscapeDataString($"{host.Clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'}");

        Assert.Equal("2", await ListAsync($"?modifiedSince={later}"));
        Assert.Equal("2", await ListAsync($"?query=(modifiedAt:[{later}%20TO%20*])"));
        Assert.Equal("2 1", await ListAsync($"?query=modifiedAt:[*%20TO%20{later}]"));
        Assert.Equal("2", await ListAsync($"?query=(modifiedSince:%22{later}%22)"));

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await UpdateAsync(first);
        Assert.Equal("2 1", await ListAsync($"?modifiedSince={later}"));
        Assert.Equal("2", await ListAsync($"?query=modifiedAt:[*%20TO%20{later}]"));
    }

    [Fact]
    public async Task A_query_finds_by_all_of_its_fields()
    {
        await CreateAsync("Ada", "Lovelace", "ada@lovelace.example", "countess@example.org");
        await CreateAsync("Grace", "Hopper", "grace@navy.example");

        Assert.Equal("Lovelace", await QueryAsync("""(firstName:"Ada")"""));
        Assert.Equal("Hopper", await QueryAsync("""lastName:"hopper" """));
        Assert.Equal("Lovelace", await QueryAsync("""(email:"COUNTESS@")"""));
        Assert.Equal("Hopper Lovelace", await QueryAsync("""email:("countess" OR "grace@navy.example")"""));
        Assert.Equal("Lovelace", await QueryAsync("""(emailDomain:"example.org")"""));
        Assert.Equal("", await QueryAsync("""(emailDomain:"example")"""));
        Assert.Equal("", await QueryAsync("""(firstName:"Ada" AND lastName:"Hopper")"""));
        Assert.Equal("Hopper Lovelace", await QueryAsync("""(firstName:"Ada") OR (lastName:"Hopper" AND email:"navy")"""));
        Assert.Equal("", await QueryAsync("""email:"%" """));

        Task<string> QueryAsync(string query) => ListAsync($"?sortField=lastName&sortOrder=asc&query={Uri.EscapeDataString(query)}");
    }

    [Theory]
    [InlineData("page=0", "page", "must be a whole number between 1 and 42949672")]
    [InlineData("page=-1", "page", "must be a whole number between 1 and 42949672")]
    [InlineData("page=1.5", "page", "must be a whole number between 1 and 42949672")]
    [InlineData("page=99999999999999999999", "page", "must be a whole number between 1 and 42949672")]
    [InlineData("page=1&page=2", "page", "must be a whole number between 1 and 42949672")]
    [InlineData("sortField=email", "sortField", "Expected one of these: 'score', 'firstName', 'lastName', 'modifiedAt'")]
    [InlineData("sortOrder=DESC", "sortOrder", "Expected one of these: 'asc', 'desc'")]
    [InlineData("modifiedSince=2013-11-20T00:00:00.123Z", "modifiedSince", "must be a date and time such as 2013-11-20T00:00:00Z")]
    [InlineData("modifiedSince=yesterday", "modifiedSince", "must be a date and time such as 2013-11-20T00:00:00Z")]
    [InlineData("firstName=a%00", "firstName", "must not hold the character U+0000")]
    [InlineData("query=(email:%22%00%22)", "query", "must not hold the character U+0000")]
    [InlineData("query=(email:", "query", "not readable from character 7 on: expected a value that is not empty, in quotation marks where it has spaces")]
    public async Task What_cannot_be_meant_is_refused(string query, string path, string message)
    {
        var answer = await GetAsync($"/v2/customers?{query}");

        Assert.Equal((400, "application/vnd.error+json"), (answer.Status, answer.ContentType));
        Assert.Equal([(path, message)], answer.Errors);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once() =>
        Assert.Equal(["page", "modifiedSince", "query", "sortField"], (await GetAsync("/v2/customers?page=x&sortField=x&modifiedSince=x&query=x")).Errors.Select(error => error.Path));

    [Fact]
    public async Task The_farthest_page_and_extreme_times_are_read()
    {
        await CreateAsync("Ada", "1");

        Assert.Equal("", await ListAsync("?page=42949672"));
        Assert.Equal("1", await ListAsync("?modifiedSince=0001-01-01T00:00:00Z"));
        Assert.Equal("", await ListAsync("?modifiedSince=9999-12-31T23:59:59Z"));
        Assert.Equal("1", await ListAsync("?query=modifiedAt:[0001-01-01T00:00:00Z%20TO%209999-12-31T23:59:58Z]"));
    }

    [Fact]
    public async Task Other_tenants_are_not_listed()
    {
        await host.Customers.CreateAsync();

        Assert.Equal("", await ListAsync(""));
        Assert.Equal(401, (await GetAsync("/v2/customers", "none")).Status);
    }

    [Fact]
    public async Task A_list_costs_one()
    {
        await tenant.LimitAsync("helpscout", 2);

        var (first, second, third) = (await GetAsync("/v2/customers"), await GetAsync("/v2/customers?page=0"), await GetAsync("/v2/customers"));

        Assert.Equal((200, "1"), (first.Status, first.Header("X-RateLimit-Remaining-Minute")));
        Assert.Equal((400, "0"), (second.Status, second.Header("X-RateLimit-Remaining-Minute")));
        Assert.Equal((429, "30"), (third.Status, third.Header("X-RateLimit-Retry-After")));
    }

    private static IReadOnlyList<JsonElement> Customers(HelpScoutAnswer answer) => answer.Json.TryGetProperty("_embedded", out var embedded)
        ? [.. embedded.GetProperty("customers").EnumerateArray()]
        : [];

    private static IReadOnlyList<string?> Names(HelpScoutAnswer answer) => [.. Customers(answer).Select(customer => customer.GetProperty("lastName").GetString())];

    private static IReadOnlyList<(string Name, string Href)> Links(HelpScoutAnswer answer) =>
        [.. answer.Json.GetProperty("_links").EnumerateObject().Select(link => (link.Name, link.Value.GetProperty("href").GetString()!))];

    private async Task<string> ListAsync(string query)
    {
        var answer = await GetAsync($"/v2/customers{query}");
        Assert.Equal((200, answer.Body), (answer.Status, answer.Body));
        return string.Join(' ', Names(answer));
    }

    private Task<HelpScoutAnswer> GetAsync(string path, string? other = null) => new HelpScoutHttp(host).SendAsync(HttpMethod.Get, path, null, request =>
    {
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {other ?? token}");
    });

    private async Task UpdateAsync(Customer customer)
    {
        var answer = await new HelpScoutHttp(host).PatchAsync(
            customer.Profile.ReferenceOf("helpscout")!,
            """[ { "op": "replace", "path": "/age", "value": "36" } ]""",
            alter: request =>
            {
                request.Headers.Remove("Authorization");
                request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            });
        Assert.Equal(204, answer.Status);
    }

    private Task<Customer> CreateAsync(string first, string last, params string[] emails) => host.Customers.CreateAsync(tenant.Tenant, profile => profile with
    {
        Name = new PersonName($"{first} {last}", first, last),
        Emails = emails.Length == 0
            ? profile.Emails
            : new EntryList { Entries = [.. emails.Select((email, index) => new Entry(6001 + index, "work", email, email))], PrimaryId = 6001 },
    });
}

[Collection(PostgresTests.Name)]
public sealed class HelpScoutListTestsOnPostgres(PostgresHost host) : HelpScoutListTests(host);

[Collection(SqliteTests.Name)]
public sealed class HelpScoutListTestsOnSqlite(SqliteHost host) : HelpScoutListTests(host);
