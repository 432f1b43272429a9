using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Storage;

/// <summary>A seeded store of its own for each test. Derived once per engine.</summary>
public abstract class StorageTests(string engine) : IAsyncLifetime
{
    private readonly List<StoreUnderTest> hosts = [];
    private DatabaseUnderTest? database;

    private protected StoreUnderTest Store => hosts[0];

    private protected DatabaseUnderTest Database => database!;

    public virtual async Task InitializeAsync()
    {
        database = await SeededDatabases.CreateAsync(engine);
        AddHost();
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
    /// <param name="phones">Reads national phone numbers, where that is not the default reader.</param>
    /// <param name="replace">Replaces services.</param>
    /// <param name="settings">More configuration.</param>
    private protected StoreUnderTest AddHost(
        IPhoneNumberReader? phones = null, Action<IServiceCollection>? replace = null, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var host = new StoreUnderTest(database!.Settings.Concat(settings), phones, replace);
        hosts.Add(host);
        return host;
    }

    private protected static UpdatedCustomer Success(Result<UpdatedCustomer> result) =>
        result.TryFailure(out var updated, out var failure) ? throw new InvalidOperationException($"Failed: {failure}") : updated;

    private protected static Failure Failed<T>(Result<T> result) =>
        result.TryFailure(out _, out var failure) ? failure : throw new InvalidOperationException("Succeeded.");
}
