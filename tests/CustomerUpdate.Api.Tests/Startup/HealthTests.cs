using CustomerUpdate.Api.Storage.Model;
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

    private static async Task<int> StatusAsync(HostUnderTest host, string what) =>
        (int)(await host.Client.GetAsync(new Uri($"/health/{what}", UriKind.Relative))).StatusCode;
}
