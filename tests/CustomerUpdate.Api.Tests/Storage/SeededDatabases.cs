using System.Collections.Concurrent;
using CustomerUpdate.Api.Tests.Databases;

namespace CustomerUpdate.Api.Tests.Storage;

/// <summary>Databases with the schema and the demo tenant: made once for each engine, as a host does, and copied from then on.</summary>
internal static class SeededDatabases
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<DatabaseUnderTest>>> Originals = new();

    static SeededDatabases() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Drop();

    /// <summary>Creates one.</summary>
    /// <param name="engine">The engine: one of <see cref="TestDatabases.Names"/>.</param>
    public static async Task<DatabaseUnderTest> CreateAsync(string engine)
    {
        var original = Originals.GetOrAdd(engine, name => new Lazy<Task<DatabaseUnderTest>>(() => MakeAsync(name)));
        return await (await original.Value).CopyAsync();
    }

    private static async Task<DatabaseUnderTest> MakeAsync(string engine)
    {
        var database = await TestDatabases.CreateAsync(engine);
        await using var store = new StoreUnderTest(database.Settings);
        await store.Schema.ReachAsync(CancellationToken.None); // which makes SQLite's file
        await store.Schema.MigrateAsync(CancellationToken.None);
        await store.Seed.SeedAsync(CancellationToken.None);
        return database;
    }

    private static void Drop()
    {
        foreach (var original in Originals.Values.Where(original => original is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
        {
            original.Value.Result.DisposeAsync().AsTask().Wait();
        }
    }
}
