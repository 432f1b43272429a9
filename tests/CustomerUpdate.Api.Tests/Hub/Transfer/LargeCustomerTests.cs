using CustomerUpdate.Api.Hub;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Customers;
using CustomerUpdate.Api.Tests.Hub.Keys;
using CustomerUpdate.Api.Tests.Storage;
using CustomerUpdate.Core.Customers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerUpdate.Api.Tests.Hub.Transfer;

/// <summary>Whatever is stored is taken back by an import.</summary>
public abstract class LargeCustomerTests(HostFixture fixture)
{
    private const int Large = 1_045_000; // as much as fits into a body

    private readonly TransferClient client = new(fixture.Host);
    private readonly HubClient hub = new(fixture.Host);

    [Fact]
    public async Task A_customer_grows_no_larger_than_a_line_and_comes_back_as_large_as_it_is()
    {
        var (home, _, _) = await client.AddTenantAsync();
        var made = await hub.PostAsync($"/tenants/{home.Id}/customers", Bag("a"));
        var path = $"/tenants/{home.Id}/customers/{made.Text("id")}";

        var grown = await PatchAsync(path, Bag("b"));
        await PatchAsync(path, Bag("c", "channels"));
        var fits = await PatchAsync(path, $$"""{ "background": "{{new string('x', Large)}}" }""");
        var tooLarge = await PatchAsync(path, $$"""{ "location": "{{new string('x', 20_000)}}" }""");

        Assert.Equal((201, 200, 200, 413), (made.Status, grown.Status, fits.Status, tooLarge.Status));
        Assert.Equal("too-large", tooLarge.Text("type"));
        Assert.Equal(4, (await hub.GetAsync(path)).Json["version"]!.GetValue<long>());
        var (away, _, _) = await client.AddTenantAsync();
        var export = await client.ExportAsync(home);
        Assert.Equal(["1 created"], (await client.ImportAsync(away, export)).Select(TransferClient.Brief));
        Assert.Equal(export, await client.ExportAsync(away));
    }

    [Fact]
    public async Task Nobody_is_made_or_merged_too_large()
    {
        var (tenant, _, _) = await client.AddTenantAsync();
        var smiles = string.Concat(Enumerable.Repeat("😀", 250_000)); // each is 12 bytes in the canonical form, which shows the name twice
        var one = await hub.PostAsync($"/tenants/{tenant.Id}/customers", Bag("a"));
        await PatchAsync($"/tenants/{tenant.Id}/customers/{one.Text("id")}", Bag("b", "profileAttributes"));
        await PatchAsync($"/tenants/{tenant.Id}/customers/{one.Text("id")}", Bag("b", "channels"));
        var two = await hub.PostAsync($"/tenants/{tenant.Id}/customers", Bag("c"));
        await PatchAsync($"/tenants/{tenant.Id}/customers/{two.Text("id")}", Bag("d", "profileAttributes"));

        var made = await hub.PostAsync($"/tenants/{tenant.Id}/customers", $$"""{ "name": "{{smiles}}" }""");
        var merged = await hub.PostAsync($"/tenants/{tenant.Id}/customers/merge", $$"""{ "into": "{{one.Text("id")}}", "from": "{{two.Text("id")}}" }""");
        var imported = await client.ImportAsync(tenant, """{ "name": "Ada" }""", $$"""{ "name": "{{smiles}}" }""", Bag("e") + new string(' ', 1024 * 1024), """{ "name": "Grace" }""");

        Assert.Equal((413, 413), (made.Status, merged.Status));
        Assert.Equal(["1 created", "2 failed :too_long", "3 failed :too_long", "4 created"], imported.Select(TransferClient.Brief));
    }

    private static string Bag(string name, string member = "customAttributes") => $$"""{ "{{member}}": { "{{name}}": "{{new string('x', Large)}}" } }""";

    private Task<Keys.HubAnswer> PatchAsync(string path, string body) => hub.SendAsync(HttpMethod.Patch, path, body, CustomerRoutes.MergePatch);
}

[Collection(PostgresTests.Name)]
public sealed class LargeCustomersOnPostgres(PostgresHost host) : LargeCustomerTests(host);

[Collection(SqliteTests.Name)]
public sealed class LargeCustomersOnSqlite(SqliteHost host) : LargeCustomerTests(host);

public sealed class CanonicalSizeTests
{
    [Fact]
    public void The_canonical_form_of_any_profile_is_no_larger_than_it_counts_for() =>
        Prop.ForAll(Profiles.Any.ToArbitrary(), profile =>
        {
            var shown = profile with { References = [new Reference("helpscout", $"{long.MaxValue}"), new Reference("trillet", "123e3a141eccd665d3ba8abc")] };
            var canonical = HubMapping.ToCanonical(new Customer
            {
                TenantId = default,
                Id = default,
                Version = long.MaxValue,
                CreatedAt = default,
                UpdatedAt = default,
                Profile = shown,
            });
            return CustomerUpdate.Api.Http.Answer.Of(200, canonical, HubJson.Default.HubCustomer).Body.Length <= ProfileSize.Of(shown);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20260102, 7));
}
