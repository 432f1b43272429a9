using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Limits;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto.Contacts;

/// <summary>The list of contacts, in an organisation of the test's own.</summary>
public abstract class InsightoContactListTests(HostFixture fixture) : InsightoHttpTests(fixture)
{
    private static readonly string[] Paging = ["total", "page", "size", "pages", "previous_page", "next_page"];

    [Theory]
    [InlineData("/api/v1/contact")]
    [InlineData("/api/v1/contact/list")]
    public async Task Contacts_are_listed_in_the_order_in_which_they_were_made(string path)
    {
        var tenant = await LimitedTenant.CreateAsync(Host);
        var key = await tenant.NewKeyAsync("insighto", "read");
        var made = new List<Customer>();
        for (var number = 0; number < 5; number++)
        {
            made.Add(await Host.Customers.CreateAsync(tenant.Tenant));
            Host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = (await DoneAsync(Request("GET", $"{path}?size=2", key: key))).GetProperty("data");
        var second = (await DoneAsync(Request("GET", $"{path}?page=2&size=2", key: key))).GetProperty("data");
        var last = (await DoneAsync(Request("GET", $"{path}?page=3&size=2", key: key))).GetProperty("data");
        var beyond = (await DoneAsync(Request("GET", $"{path}?page=9223372036854775807&size=2", key: key))).GetProperty("data");

        Assert.Equal(made.Select(IdOf), IdsOf(first).Concat(IdsOf(second)).Concat(IdsOf(last)));
        Assert.Empty(IdsOf(beyond));
        Assert.Equal("5 1 2 3 null 2", PagingOf(first));
        Assert.Equal("5 2 2 3 1 3", PagingOf(second));
        Assert.Equal("5 3 2 3 2 null", PagingOf(last));
        Assert.Equal("5 9223372036854775807 2 3 9223372036854775806 null", PagingOf(beyond));
    }

    [Fact]
    public async Task A_list_without_contacts_has_no_pages_and_an_empty_message()
    {
        var tenant = await LimitedTenant.CreateAsync(Host);

        var answer = await DoneAsync(Request("GET", "/api/v1/contact", key: await tenant.NewKeyAsync("insighto")));

        Assert.Equal(
            """{"message":"","meta":{},"data":{"items":[],"total":0,"page":1,"size":50,"pages":0,"previous_page":null,"next_page":null}}""",
            answer.GetRawText());
    }

    [Fact]
    public async Task An_item_is_what_the_contact_shows_by_itself()
    {
        var tenant = await LimitedTenant.CreateAsync(Host);
        var key = await tenant.NewKeyAsync("insighto");
        var customer = await Host.Customers.CreateAsync(tenant.Tenant);

        var list = await DoneAsync(Request("GET", "/api/v1/contact", key: key));
        var shown = await DoneAsync(Request("GET", $"/api/v1/contact/{IdOf(customer)}", key: key));

        Assert.Equal(shown.GetProperty("data").GetRawText(), list.GetProperty("data").GetProperty("items")[0].GetRawText());
        Assert.Equal(15, shown.GetProperty("data").EnumerateObject().Count());
    }

    [Theory]
    [InlineData("page=0", "greater_than_equal [\"query\",\"page\"]")]
    [InlineData("size=101", "less_than_equal [\"query\",\"size\"]")]
    [InlineData("page=x", "int_parsing [\"query\",\"page\"]")]
    [InlineData("page=-1&size=", "greater_than_equal [\"query\",\"page\"]; int_parsing [\"query\",\"size\"]")]
    [InlineData("page=1&page=0", "greater_than_equal [\"query\",\"page\"]")]
    public async Task A_page_that_cannot_be_is_refused_as_Pydantic_does(string query, string detail)
    {
        foreach (var path in new[] { "/api/v1/contact", "/api/v1/contact/list", "/api/v1/contact_custom_field/list" })
        {
            Assert.Equal((422, detail), await RefusalAsync(Request("GET", $"{path}?{query}")));
            Assert.Equal((401, "Not authenticated"), await RefusalAsync(Request("GET", $"{path}?{query}", key: "")));
        }
    }

    [Fact]
    public async Task A_refused_page_says_what_was_sent_and_what_may_be()
    {
        var (_, answer) = await SendAsync(Request("GET", "/api/v1/contact?size=101"));

        Assert.Equal(
            """
            {"detail":[{"type":"less_than_equal","loc":["query","size"],"msg":"Input should be less than or equal to 100","input":"101","ctx":{"le":100}}]}
            """.Trim(),
            answer.GetRawText());
    }

    [Theory]
    [InlineData("GET", "/api/v1/contact/?page=2")]
    [InlineData("POST", "/api/v1/contact/?a=b")]
    [InlineData("POST", "/api/v1/contact/upsert/?email=a%40example.com")]
    [InlineData("DELETE", "/api/v1/contact/multiple/?a=b")]
    [InlineData("GET", "/api/v1/contact_custom_field/list/?page=2")]
    public async Task A_slash_at_the_end_leads_to_the_path_without(string method, string path)
    {
        using var answer = await Host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(307, (int)answer.StatusCode);
        Assert.Equal(path.Replace("/?", "?", StringComparison.Ordinal), answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("GET", "/api/v1/contact/multiple")]
    [InlineData("GET", "/api/v1/contact/upsert")]
    [InlineData("PUT", "/api/v1/contact/list")]
    [InlineData("DELETE", "/api/v1/contact/upsert")]
    [InlineData("DELETE", "/api/v1/contact_custom_field/list")]
    public async Task Where_paths_overlap_the_method_chooses(string method, string path)
    {
        var name = path.Contains("custom", StringComparison.Ordinal) ? "custom_field_id" : "contact_id";

        Assert.Equal((422, $"uuid_parsing [\"path\",\"{name}\"]"), await RefusalAsync(Request(method, path, method == "PUT" ? "{}" : null)));
    }

    [Fact]
    public async Task A_method_that_no_path_has_is_not_allowed()
    {
        Assert.Equal((405, "Method Not Allowed"), await RefusalAsync(Request("PATCH", "/api/v1/contact")));
        Assert.Equal((405, "Method Not Allowed"), await RefusalAsync(Request("POST", "/api/v1/contact/list")));
        Assert.Equal((405, "Method Not Allowed"), await RefusalAsync(Request("GET", "/api/v1/contact_custom_field")));
    }

    private static IEnumerable<string> IdsOf(JsonElement data) =>
        data.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!);

    private static string PagingOf(JsonElement data) => string.Join(
        ' ',
        Paging.Select(name => data.GetProperty(name).GetRawText()));
}

[Collection(PostgresTests.Name)]
public sealed class InsightoContactListTestsOnPostgres(PostgresHost host) : InsightoContactListTests(host);

[Collection(SqliteTests.Name)]
public sealed class InsightoContactListTestsOnSqlite(SqliteHost host) : InsightoContactListTests(host);
