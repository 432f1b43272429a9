using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Storage;

/// <summary>A seeded store of its own for each test. Derived once per engine.</summary>
public abstract class StorageTests(string engine) : IAsyncLifetime
{
    private readonly List<StoreUnderTest> hosts = [];
    private DatabaseUnderTest? database;

    private protected StoreUnderTest Store => hosts[0];

    public async Task InitializeAsync()
    {
        database = await TestDatabases.CreateAsync(engine);
        AddHost();
        await Store.Schema.MigrateAsync(CancellationToken.None);
        await Store.Seed.SeedAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        await database!.DisposeAsync();
    }

    /// <summary>Another host over the same database.</summary>
    private protected StoreUnderTest AddHost(IPhoneNumberReader? phones = null)
    {
        var host = new StoreUnderTest(database!.Settings, phones);
        hosts.Add(host);
        return host;
    }

    private protected static UpdatedCustomer Success(Result<UpdatedCustomer> result) =>
        result.TryFailure(out var updated, out var failure) ? throw new InvalidOperationException($"Failed: {failure}") : updated;

    private protected static Failure Failed<T>(Result<T> result) =>
        result.TryFailure(out _, out var failure) ? failure : throw new InvalidOperationException("Succeeded.");
}
