using System.Text.Json;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Tests.Hub.Transfer;

/// <summary>Exports, the way back, and who may do either.</summary>
public abstract class ExportTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly TransferClient client = new(fixture.Host);

    [Fact]
    public async Task Comes_back_byte_for_byte_in_an_empty_tenant()
    {
        var (home, _, _) = await client.AddTenantAsync();
        host.Clock.Advance(TimeSpan.FromTicks(1_234_560)); // finer than the canonical form shows
        await host.Customers.CreateAsync(new TestTenant(home, '9'), Rich);
        await host.Customers.CreateAsync(new TestTenant(home, '9'), profile => profile with { Emails = EntryList.Empty, Name = PersonName.None });
        await client.ImportAsync(home, """{ "name": "Ünïcode 😀 <b>", "customAttributes": { "z": 1.50, "a": [null, { "b": "\u2028" }] } }""", "{}");
        var (away, _, _) = await client.AddTenantAsync();
        var first = await client.ExportAsync(home);
        Assert.Equal(4, first.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var results = await client.ImportAsync(away, first);

        Assert.All(results, result => Assert.Equal("created", result.GetProperty("status").GetString()));
        Assert.Equal(first, await client.ExportAsync(away));
    }

    [Fact]
    public async Task Changes_nothing_where_it_came_from()
    {
        var (home, _, _) = await client.AddTenantAsync();
        host.Clock.Advance(TimeSpan.FromTicks(1_234_560));
        var customer = await host.Customers.CreateAsync(new TestTenant(home, '9'), Rich);

        var results = await client.ImportAsync(home, await client.ExportAsync(home));

        Assert.Equal(["1 unchanged"], results.Select(TransferClient.Brief));
        Assert.Equal(customer, await host.Customers.ReadAsync(customer));
    }

    [Fact]
    public async Task Is_in_the_order_of_the_ids_and_has_every_customer_once()
    {
        var (tenant, _, _) = await client.AddTenantAsync();
        string[] ids = [.. Enumerable.Range(0, 1_203).Select(_ => Guid.NewGuid().ToString())];
        await client.ImportAsync(tenant, [.. ids.Select(id => $$"""{ "id": "{{id}}" }""")]);

        var export = await client.ExportAsync(tenant);

        Assert.Equal(
            ids.Order(StringComparer.Ordinal),
            export.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line).GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Each_line_is_what_the_customers_own_route_answers()
    {
        var (tenant, key, _) = await client.AddTenantAsync();
        var customer = await host.Customers.CreateAsync(new TestTenant(tenant, '9'), Rich);
        var request = new HttpRequestMessage(HttpMethod.Get, $"/hub/v1/tenants/{tenant.Id}/customers/{customer.Id}");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");

        var answer = await host.Client.SendAsync(request);

        Assert.Equal(await answer.Content.ReadAsStringAsync() + "\n", await client.ExportAsync(tenant));
    }

    [Fact]
    public async Task Lets_in_the_operator_and_the_tenants_own_keys_as_far_as_their_role_goes()
    {
        var (tenant, write, read) = await client.AddTenantAsync();
        var (other, _, _) = await client.AddTenantAsync();

        Assert.Equal(200, await ImportAsync(tenant, write));
        Assert.Equal(403, await ImportAsync(tenant, read));
        Assert.Equal(200, await ExportAsync(tenant, read));
        Assert.Equal(404, await ImportAsync(other, write));
        Assert.Equal(404, await ExportAsync(other, read));
        Assert.Equal(401, await ImportAsync(tenant, DemoTenant.QuentliKey));
        Assert.Equal(401, await ExportAsync(tenant, ""));

        async Task<int> ImportAsync(Tenant into, string key) => (int)(await client.SendImportAsync(into.Id, key, "{}")).StatusCode;
        async Task<int> ExportAsync(Tenant from, string key) => (int)(await client.SendExportAsync(from.Id, key)).StatusCode;
    }

    [Fact]
    public async Task Refuses_an_import_of_another_type()
    {
        var (tenant, write, _) = await client.AddTenantAsync();

        var answer = await client.SendImportAsync(tenant.Id, write, "{}", "application/json");

        Assert.Equal(415, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.ToString());
        Assert.Contains("must be application/x-ndjson, without a Content-Encoding", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip", 415)]
    [InlineData("identity", 200)]
    public async Task Refuses_an_import_that_is_compressed(string encoding, int status)
    {
        var (tenant, write, _) = await client.AddTenantAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, $"/hub/v1/tenants/{tenant.Id}/import")
        {
            Content = new StringContent("{}", System.Text.Encoding.UTF8, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-ndjson")),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {write}");
        request.Content.Headers.ContentEncoding.Add(encoding);

        var answer = await host.Client.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    private static Profile Rich(Profile profile) => profile with
    {
        Username = "ada",
        Identifier = "A/1~0",
        Phones = profile.Phones with
        {
            Entries = [.. profile.Phones.Entries, new Entry(9001, null, "(202) 555-0100", "+12025550100")],
            SecondaryId = 9001,
        },
        Websites = new EntryList { Entries = [new Entry(9002, null, "https://example.com/?a=b&c")] },
        Address = new Address { Lines = ["1 Main St", ""], City = "Paris" },
        Tags = ["VIP", "b"],
        Blocked = true,
        LastSeenAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(1_234_560),
        CustomAttributes = ValueMap<BagValue>.Of([new("plan", BagValue.Of("gold")), new("n", BagValue.Of(JsonElement.Parse("[1.50, null]")))]),
        Consent = new Consent { AcceptedServiceAgreement = true, Signature = "ADA", SignatureAcceptedAt = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(10) },
        Vendor = ValueMap<ValueMap<BagValue>>.Of([new("quentli", ValueMap<BagValue>.Of([new("skipTaxInvoice", BagValue.Of(true))]))]),
        PasswordHash = "never shown",
    };
}

[Collection(PostgresTests.Name)]
public sealed class ExportOnPostgres(PostgresHost host) : ExportTests(host);

[Collection(SqliteTests.Name)]
public sealed class ExportOnSqlite(SqliteHost host) : ExportTests(host);
