using System.Data.Common;
using CustomerUpdate.Api.Hub;
using CustomerUpdate.Api.Storage;
using CustomerUpdate.Api.Storage.Demo;

namespace CustomerUpdate.Api.Startup;

/// <summary>
/// Brings the database up before the first request: the schema where this host may write it (SQLite, Development, or
/// <c>Database:MigrateOnStart</c>), and the demo tenant in Development. A host whose database cannot be reached does not start, nor one
/// outside Development that finds the demo tenant there; one whose schema is behind does, and is not ready.
/// </summary>
internal sealed class DatabaseStartup(
    DatabaseSchema schema, DemoSeed demo, IConfiguration configuration, IHostEnvironment environment) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var isEmbedded = string.IsNullOrEmpty(configuration.GetConnectionString(StorageRegistration.ConnectionStringName));
        var mayMigrate = isEmbedded || environment.IsDevelopment() || configuration.GetValue<bool>(DatabaseSettings.MigrateOnStart);
        try
        {
            await schema.ReachAsync(cancellationToken);
        }
        catch (DbException answered) when (mayMigrate && answered.SqlState is not null)
        {
            // The server is there. What it lacks may be the database, which migrating makes, or says that it cannot.
        }

        if (mayMigrate)
        {
            await schema.MigrateAsync(cancellationToken);
        }

        if (environment.IsDevelopment())
        {
            await demo.SeedAsync(cancellationToken);
        }
        else if (await demo.ExistsAsync(cancellationToken))
        {
            throw new ConfigurationRefusedException(
                "The database has the demo tenant, whose keys are public and open every contract: configure another database, or start once in Development "
                + $"and delete it there (DELETE {HubContract.Root}/tenants/{DemoTenant.Id} with the operator's key).");
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
