using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Api.Tests.Contracts.Insighto;
using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Startup;

/// <summary>A host is alive whatever its database does, and ready when that can be used.</summary>
public sealed class HealthTests
{
    // On PostgreSQL, which is not migrated at start in Production.
    [Fact]
    public async Task Is_alive_while_it_is_not_ready()
    {
        await using var migrated = await HostUnderTest.StartAsync("postgres");
        await using (var db = await migrated.Services.GetRequiredService<IDbContextFactory<CustomerDbContext>>().CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsHistory" VALUES ('0', '0')""");
            await db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" <> '0'""");
        }

        await using var behind = await migrated.StartAnotherAsync("Production");

        Assert.Equal(200, await StatusAsync(migrated, "ready"));
        Assert.Equal(503, await StatusAsync(behind, "ready"));
        Assert.Equal(200, await StatusAsync(behind, "live"));
    }

    [Fact]
    public async Task Lives_on_without_its_database_and_is_ready_again_when_that_is_back()
    {
        await using var database = await TestDatabases.CreateAsync("postgres");
        await using var relay = Relay.To(database.Settings["ConnectionStrings:Customers"]!);
        var settings = new Dictionary<string, string?> { ["ConnectionStrings:Customers"] = relay.ConnectionString };
        await using var host = await HostUnderTest.StartAsync("postgres", settings: settings);
        var contract = new InsightoUnderTest();
        var customer = await host.Customers.CreateAsync();
        Assert.Equal(200, (int)(await host.Client.SendAsync(contract.Show(customer))).StatusCode);

        relay.Cut();
        host.Clock.Advance(TimeSpan.FromMinutes(10)); // what runs beside the requests runs into it too
        var answer = await host.Client.SendAsync(contract.Update(customer, contract.WriteName("Ann", "Example")));

        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Equal(503, await StatusAsync(host, "ready"));
        Assert.Equal(200, await StatusAsync(host, "live"));

        relay.Restore();
        Assert.Equal(200, await StatusAsync(host, "ready"));
    }

    private static async Task<int> StatusAsync(HostUnderTest host, string what) =>
        (int)(await host.Client.GetAsync(new Uri($"/health/{what}", UriKind.Relative))).StatusCode;
}
