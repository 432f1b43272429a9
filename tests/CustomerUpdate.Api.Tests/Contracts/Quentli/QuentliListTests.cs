using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Customers;
using CustomerUpdate.Api.Tests.Limits;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

[Collection(PostgresTests.Name)]
public sealed class QuentliListOnPostgres(PostgresHost host) : QuentliListTests(host);

[Collection(SqliteTests.Name)]
public sealed class QuentliListOnSqlite(SqliteHost host) : QuentliListTests(host);

/// <summary>Quentli's list of customers, over HTTP, each time of a tenant with the same five people.</summary>
public abstract class QuentliListTests(HostFixture fixture)
{
    private static readonly string[] People = ["ana", "berta", "carlos", "dora", "emil"];

    private readonly HostUnderTest host = fixture.Host;
    private readonly QuentliUnderTest contract = new();

    [Fact]
    public async Task The_list_is_a_bare_array_of_what_a_read_shows()
    {
        var (tenant, key) = await NewTenantAsync();
        var customer = await host.Customers.CreateAsync(tenant);

        var (status, listed) = await SendAsync(contract.Customers("", key: key));
        var (_, shown) = await SendAsync(contract.Show(customer, key: key, tenant: tenant));

        Assert.Equal((200, $"[{shown.GetRawText()}]"), (status, listed.GetRawText()));
    }

    [Fact]
    public async Task An_organization_without_customers_has_an_empty_list()
    {
        var (_, key) = await NewTenantAsync();

        Assert.Equal("[]", (await SendAsync(contract.Customers("", key: key))).Body.GetRawText());
    }

    [Theory]
    [InlineData("", "ana berta carlos dora emil")]
    [InlineData("skip=1&take=2", "berta carlos")]
    [InlineData("skip=4&take=100", "emil")]
    [InlineData("skip=5", "")]
    [InlineData("skip=2147483647", "")]
    [InlineData("skip=2147483648", "")]
    [InlineData("orderBy=createdAt%3Ddesc&take=2", "emil dora")]
    [InlineData("orderBy[createdAt]=asc&take=2", "ana berta")]
    [InlineData("orderBy[updatedAt]=desc&take=1", "emil")]
    [InlineData("orderBy[name]=desc", "emil dora carlos berta ana")]
    [InlineData("orderBy[email]=asc&skip=3", "dora emil")]
    [InlineData("orderBy[phoneNumber]=desc&take=1", "emil")]
    [InlineData("filter[name][contains]=AR", "carlos")]
    [InlineData("filter=name%5Bcontains%5D%3Dar%26OR%5B0%5D%5BnoPayments%5D%3Dtrue", "carlos")]
    [InlineData("filter[name][startsWith]=d", "dora")]
    [InlineData("filter[name]=Berta", "berta")]
    [InlineData("filter[name]=Bert", "")]
    [InlineData("filter[username]={0}-emil", "emil")]
    [InlineData("filter[username][contains]={0}-e", "emil")]
    [InlineData("filter[email][equals]={0}-ANA@example.com", "ana")]
    [InlineData("filter[email][contains]=@example.com&take=3", "ana berta carlos")]
    [InlineData("filter[email][contains]=%25", "")]
    [InlineData("filter[email][contains]=", "ana berta carlos dora emil")]
    [InlineData("filter[id]=cm{0}dora", "dora")]
    [InlineData("filter[id]=CM{0}dora", "")]
    [InlineData("filter[status][equals]=active", "ana berta carlos emil")]
    [InlineData("filter[status]=archived", "dora")]
    [InlineData("filter[noPayments]=true&take=1", "ana")]
    [InlineData("filter[noPayments]=false", "")]
    [InlineData("filter[OR][0][name]=ana&filter[OR][1][name]=emil&filter[OR][2][name]=nobody", "ana emil")]
    [InlineData("filter[OR][0][name]=ana&filter[OR][1][name]=dora&filter[status]=active", "ana")]
    [InlineData("filter[AND][0][name][contains]=a&filter[AND][1][name][contains]=o", "carlos dora")]
    [InlineData("filter[createdAt][gt]=2125-01-01", "")]
    [InlineData("filter[createdAt][gte]=2000-01-01T00:00:00Z&filter[updatedAt][lt]=2125-01-01&take=1", "ana")]
    [InlineData("filter[id]=%F0%9F%98%80", "")]
    public async Task Conditions_order_and_stretch_are_those_that_were_asked_for(string query, string expected)
    {
        var (tenant, key) = await NewTenantAsync();
        var mark = await AddPeopleAsync(tenant);

        var (status, listed) = await SendAsync(contract.Customers(string.Format(null, query, mark), key: key));

        Assert.Equal((200, expected), (status, string.Join(' ', listed.EnumerateArray().Select(customer => customer.GetProperty("name").GetString()))));
    }

    [Theory]
    [InlineData("filter[phoneNumber][equals]=%2B1{0}")]
    [InlineData("filter[phoneNumber]=+1{0}")]
    [InlineData("filter[phoneNumber]=%2B1 {0}")]
    [InlineData("filter=phoneNumber%3D%252B1{0}")]
    public async Task A_phone_number_is_found_however_it_is_spelt(string query)
    {
        var (tenant, key) = await NewTenantAsync();
        var digits = CustomerRoutes.UniqueDigits();
        var spelt = $"+1 ({digits[..3]}) {digits[3..]}";
        await host.Customers.CreateAsync(
            tenant,
            profile => profile with { Phones = new EntryList { Entries = [new Entry(1, "work", spelt, $"+1{digits}")], PrimaryId = 1 } });

        var (_, listed) = await SendAsync(contract.Customers(string.Format(null, query, digits), key: key));

        Assert.Equal(spelt, Assert.Single(listed.EnumerateArray()).GetProperty("phoneNumber").GetString());
    }

    [Theory]
    [InlineData("filter[email]={0}")]
    [InlineData("filter[email][equals]={0}")]
    public async Task Whoever_has_an_address_that_is_taken_is_found_by_it(string query)
    {
        var (tenant, key) = await NewTenantAsync();
        var (primary, second) = (new Entry(1, "work", "P@example.com", "p@example.com"), new Entry(2, "work", "s@example.com", "s@example.com"));
        await host.Customers.CreateAsync(tenant, profile => profile with { Emails = new EntryList { Entries = [primary, second], PrimaryId = 1 } });

        foreach (var address in new[] { primary.Value, "S@Example.com" })
        {
            var (_, listed) = await SendAsync(contract.Customers(string.Format(null, query, address), key: key));
            Assert.Equal(primary.Value, Assert.Single(listed.EnumerateArray()).GetProperty("email").GetString());
        }
    }

    [Fact]
    public async Task Who_is_archived_is_not_active_any_more()
    {
        var (tenant, key) = await NewTenantAsync();
        var customer = await host.Customers.CreateAsync(tenant);
        var hub = new CustomerRoutes(host, tenant);

        Assert.Equal((1, 0), (await CountAsync("active"), await CountAsync("archived")));
        await ArchiveAsync("\"2026-01-02T03:04:05.000Z\"");
        Assert.Equal((0, 1), (await CountAsync("active"), await CountAsync("archived")));
        await ArchiveAsync("null");
        Assert.Equal((1, 0), (await CountAsync("active"), await CountAsync("archived")));

        async Task ArchiveAsync(string at) => Assert.Equal(200, (await hub.SendAsync(
            HttpMethod.Patch, hub.Path($"/{customer.Id}"), $$"""{ "archivedAt": {{at}} }""", CustomerRoutes.MergePatch, HostUnderTest.OperatorKey)).Status);

        async Task<int> CountAsync(string status) => (await SendAsync(contract.Customers($"filter[status]={status}", key: key))).Body.GetArrayLength();
    }

    [Theory]
    [InlineData("take=0", "take must be an integer from 1 to 100")]
    [InlineData("take=101", "take must be an integer from 1 to 100")]
    [InlineData("skip=-1", "skip must be an integer of at least 0")]
    [InlineData("filter[shoeSize]=42", "filter[shoeSize] is not what customers can be filtered by: use id, name")]
    [InlineData("filter[name][like]=x", "filter[name][like] is not an operator here: use equals, contains or startsWith")]
    [InlineData("orderBy=shoeSize%3Ddesc", "orderBy[shoeSize] is not what customers can be sorted by: use createdAt")]
    [InlineData("filter[name]=a%00b", "query must not contain the character U+0000")]
    public async Task What_cannot_be_meant_is_refused(string query, string message)
    {
        var (status, error) = await SendAsync(contract.Customers(query));

        Assert.Equal((400, "VALIDATION_ERROR"), (status, error.GetProperty("code").GetString()));
        Assert.StartsWith(message, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_needed_and_one_that_may_read_only_is_enough()
    {
        Assert.Equal(401, (await SendAsync(contract.Customers("take=1", key: ""))).Status);
        Assert.Equal(200, (await SendAsync(contract.Customers("take=1", key: TestTenants.DemoReadOnly.Key("quentli")))).Status);
    }

    [Fact]
    public async Task Other_methods_are_refused()
    {
        var request = contract.Customers("");
        request.Method = HttpMethod.Delete;

        var answer = await host.Client.SendAsync(request);

        Assert.Equal(405, (int)answer.StatusCode);
        Assert.Equal(["GET", "HEAD", "POST"], answer.Content.Headers.Allow.Order());
    }

    private async Task<(TestTenant Tenant, string Key)> NewTenantAsync()
    {
        var tenant = await LimitedTenant.CreateAsync(host);
        return (tenant.Tenant, await tenant.NewKeyAsync("quentli", "read"));
    }

    /// <summary>Adds five people, a second apart; answers what their addresses, login names and ids have in common.</summary>
    private async Task<string> AddPeopleAsync(TestTenant tenant)
    {
        var mark = Guid.NewGuid().ToString("N");
        foreach (var (name, index) in People.Select((name, index) => (name, index)))
        {
            var (email, phone) = ($"{mark}-{name}@example.com", $"+5255000000{index}");
            await host.Customers.CreateAsync(tenant, _ => new Profile
            {
                Name = new PersonName(name, name, null),
                Username = $"{mark}-{name}",
                Emails = new EntryList { Entries = [new Entry(1, "work", email, email)], PrimaryId = 1 },
                Phones = new EntryList { Entries = [new Entry(2, "work", phone, phone)], PrimaryId = 2 },
                ArchivedAt = name == "dora" ? host.Clock.GetUtcNow() : null,
                References = [new("quentli", $"cm{mark}{name}")],
            });
            host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return mark;
    }

    private async Task<(int Status, JsonElement Body)> SendAsync(HttpRequestMessage request)
    {
        var answer = await host.Client.SendAsync(request);
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }
}
