using System.Diagnostics;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Api.Tests.Contracts;
using CustomerUpdate.Api.Tests.Contracts.Insighto;
using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Keys;
using CustomerUpdate.Core.Updates;
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

        await DeleteDemoTenantAsync(migrated);

        await using var behind = await migrated.StartAnotherAsync("Production");

        Assert.Equal(503, await StatusAsync(behind, "ready"));
        Assert.Equal(200, await StatusAsync(behind, "live"));
    }

    [Fact]
    public async Task Is_busy_in_each_contracts_words_until_its_database_is_migrated_and_says_so_in_a_line()
    {
        await using var migrated = await HostUnderTest.StartAsync("postgres");
        var customer = await migrated.Customers.CreateAsync();
        await EmptyAsync(migrated);
        await using var behind = await migrated.StartAnotherAsync("Production");

        foreach (var contract in ContractsUnderTest.All)
        {
            var answer = await behind.Client.SendAsync(contract.Update(customer, contract.WriteName("Grace", "Hopper")));

            Assert.Equal(503, (int)answer.StatusCode);
            contract.AssertShape(FailureKind.Busy, answer, await answer.Content.ReadAsStringAsync());
            var line = Assert.Single(behind.Log.Lines, line => line.Contains($"could not serve request {answer.Headers.GetValues("X-Request-Id").Single()}", StringComparison.Ordinal));
            Assert.StartsWith("Warning: ", line, StringComparison.Ordinal);
            Assert.Contains("does not exist", line, StringComparison.Ordinal);
        }

        var hub = await new HubClient(behind).GetAsync("/tenants");
        Assert.Equal((503, "busy"), (hub.Status, hub.Text("type")));
        Assert.DoesNotContain(behind.Log.Lines, line => line.Contains("\n   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_not_ready_any_more_when_its_database_is_an_empty_one()
    {
        await using var host = await HostUnderTest.StartAsync("postgres");
        Assert.Equal(200, await StatusAsync(host, "ready"));

        await EmptyAsync(host);

        Assert.Equal(503, await StatusAsync(host, "ready"));
    }

    [Fact]
    public async Task Is_not_ready_soon_after_its_database_hangs_and_is_again_when_that_goes_on()
    {
        await using var database = await TestDatabases.CreateAsync("postgres");
        await using var relay = Relay.To(database.Settings["ConnectionStrings:Customers"]!);
        var settings = new Dictionary<string, string?> { ["ConnectionStrings:Customers"] = relay.ConnectionString };
        await using var host = await HostUnderTest.StartAsync("postgres", settings: settings);
        Assert.Equal(200, await StatusAsync(host, "ready"));

        relay.Hang();
        var asked = Stopwatch.GetTimestamp();
        Assert.Equal(503, await StatusAsync(host, "ready"));
        Assert.InRange(Stopwatch.GetElapsedTime(asked), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8));

        relay.GoOn();
        Assert.Equal(200, await StatusAsync(host, "ready"));
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

    private static async Task EmptyAsync(HostUnderTest host)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<CustomerDbContext>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlAsync($"DROP SCHEMA public CASCADE");
        await db.Database.ExecuteSqlAsync($"CREATE SCHEMA public");
    }

    private static async Task DeleteDemoTenantAsync(HostUnderTest host) =>
        Assert.Equal(204, (await new HubClient(host).DeleteAsync($"/tenants/{DemoTenant.Id}")).Status);

    private static async Task<int> StatusAsync(HostUnderTest host, string what) =>
        (int)(await host.Client.GetAsync(new Uri($"/health/{what}", UriKind.Relative))).StatusCode;
}
