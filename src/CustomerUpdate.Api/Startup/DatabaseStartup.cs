using CustomerUpdate.Api.Storage;
using CustomerUpdate.Api.Storage.Demo;

namespace CustomerUpdate.Api.Startup;

/// <summary>
/// Brings the database up before the first request: the schema where this host may write it (SQLite, Development, or
/// <c>Database:MigrateOnStart</c>), and the demo tenant in Development.
/// </summary>
internal sealed class DatabaseStartup(
    DatabaseSchema schema, DemoSeed demo, IConfiguration configuration, IHostEnvironment environment) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var isEmbedded = string.IsNullOrEmpty(configuration.GetConnectionString(StorageRegistration.ConnectionStringName));
        if (isEmbedded || environment.IsDevelopment() || configuration.GetValue<bool>("Database:MigrateOnStart"))
        {
            await schema.MigrateAsync(cancellationToken);
        }

        if (environment.IsDevelopment())
        {
            await demo.SeedAsync(cancellationToken);
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
