using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Api.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Hub.Keys;

[Collection(PostgresTests.Name)]
public sealed class HubTenantDeletionOnPostgres(PostgresHost host) : HubTenantDeletionTests(host);

[Collection(SqliteTests.Name)]
public sealed class HubTenantDeletionOnSqlite(SqliteHost host) : HubTenantDeletionTests(host);

/// <summary>A tenant that is deleted leaves nothing.</summary>
public abstract class HubTenantDeletionTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly HubClient hub = new(fixture.Host);

    [Fact]
    public async Task Everything_of_it_goes_and_nothing_of_others()
    {
        var (tenant, other) = (await hub.NewTenantAsync(), await hub.NewTenantAsync());
        foreach (var path in new[] { tenant, other })
        {
            await FillAsync(path);
        }

        var answer = await hub.DeleteAsync(tenant);

        Assert.Equal((204, ""), (answer.Status, answer.Body));
        Assert.Equal(404, (await hub.GetAsync(tenant)).Status);
        Assert.Equal(404, (await hub.DeleteAsync(tenant)).Status);
        Assert.All(await CountsAsync(IdOf(tenant)), count => Assert.Equal(0, count));
        Assert.All(await CountsAsync(IdOf(other)), count => Assert.NotEqual(0, count));
    }

    [Fact]
    public async Task Its_keys_are_refused_at_once()
    {
        var tenant = await hub.NewTenantAsync();
        var key = (await hub.NewKeyAsync(tenant, "hub")).Text("key");
        Assert.Equal(200, (await hub.As(key).GetAsync(tenant)).Status);

        await hub.DeleteAsync(tenant);

        Assert.Equal(401, (await hub.As(key).GetAsync(tenant)).Status);
    }

    [Fact]
    public async Task More_customers_than_one_statement_takes_go_too()
    {
        var tenant = await hub.NewTenantAsync();
        await using (var db = await OpenAsync())
        {
            db.Customers.AddRange(Enumerable.Range(0, 1_201).Select(_ => CustomerRow.Of(new()
            {
                TenantId = IdOf(tenant),
                Id = Guid.CreateVersion7(),
                Version = 1,
                CreatedAt = host.Clock.GetUtcNow(),
                UpdatedAt = host.Clock.GetUtcNow(),
                Profile = new(),
            })));
            await db.SaveChangesAsync();
        }

        Assert.Equal(204, (await hub.DeleteAsync(tenant)).Status);
        await using var after = await OpenAsync();
        Assert.Equal(0, await after.Customers.CountAsync(row => row.TenantId == IdOf(tenant)));
    }

    private static Guid IdOf(string tenant) => Guid.Parse(tenant.Split('/')[^1]);

    private async Task FillAsync(string tenant)
    {
        var id = IdOf(tenant);
        var key = await hub.NewKeyAsync(tenant, "helpscout");
        await hub.PostAsync($"{tenant}/keys/{key.Text("id")}/authorization-codes");
        await hub.PostAsync($"{tenant}/inboxes", """{ "name": "Website" }""");
        await host.Customers.CreateAsync(TestTenants.Other with { Tenant = TestTenants.Other.Tenant with { Id = id } });
    }

    private async Task<int[]> CountsAsync(Guid tenant)
    {
        await using var db = await OpenAsync();
        return
        [
            await db.Tenants.CountAsync(row => row.Id == tenant),
            await db.ApiKeys.CountAsync(row => row.TenantId == tenant),
            await db.AuthorizationCodes.CountAsync(row => db.ApiKeys.Any(key => key.Id == row.KeyId && key.TenantId == tenant)),
            await db.Inboxes.CountAsync(row => row.TenantId == tenant),
            await db.Counters.CountAsync(row => row.TenantId == tenant),
            await db.Customers.CountAsync(row => row.TenantId == tenant),
            await db.CustomerKeys.CountAsync(row => row.TenantId == tenant),
            await db.CustomerChanges.CountAsync(row => row.TenantId == tenant),
        ];
    }

    private Task<CustomerDbContext> OpenAsync() => host.Services.GetRequiredService<IDbContextFactory<CustomerDbContext>>().CreateDbContextAsync();
}
