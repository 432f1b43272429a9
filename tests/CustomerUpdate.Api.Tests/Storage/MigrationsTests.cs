using CustomerUpdate.Api.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Tests.Storage;

/// <summary>From an empty database to the schema of this build.</summary>
public sealed class MigrationsTests
{
    public static TheoryData<string> Engines => new(TestDatabases.Names);

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_model_has_no_change_that_no_migration_has(string engine)
    {
        await using var database = await TestDatabases.CreateAsync(engine);
        await using var store = new StoreUnderTest(database.Settings);
        await using var db = store.OpenContext();

        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_empty_database_is_not_ready_until_it_is_migrated(string engine)
    {
        await using var database = await TestDatabases.CreateAsync(engine);
        await using var store = new StoreUnderTest(database.Settings);

        Assert.False(await store.Schema.IsReadyAsync(CancellationToken.None));
        await store.Schema.MigrateAsync(CancellationToken.None);
        Assert.True(await store.Schema.IsReadyAsync(CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Hosts_that_start_together_migrate_once(string engine)
    {
        await using var database = await TestDatabases.CreateAsync(engine);
        var hosts = Enumerable.Range(0, 4).Select(_ => new StoreUnderTest(database.Settings)).ToList();

        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.Schema.MigrateAsync(CancellationToken.None))));

        Assert.True(await hosts[0].Schema.IsReadyAsync(CancellationToken.None));
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }
}
