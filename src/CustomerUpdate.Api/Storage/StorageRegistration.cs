using CustomerUpdate.Api.Storage.Commits;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace CustomerUpdate.Api.Storage;

/// <summary>Puts storage behind Core's ports.</summary>
internal static class StorageRegistration
{
    /// <summary>The connection string that chooses PostgreSQL; without it, customers live in an SQLite file.</summary>
    public const string ConnectionStringName = "Customers";

    /// <summary>Where it is configured how many callers are remembered; 0 for none.</summary>
    public const string CallerCacheSize = "Callers:CacheSize";

    /// <summary>Where it is configured how many updates may wait to be committed; past them, callers are told that the host is busy.</summary>
    public const string CommitQueueLimit = "Commits:QueueLimit";

    private const int MaximumConnections = 40;
    private const int PreparedStatements = 64;
    private const int WaitingCommits = 2_048;

    /// <summary>Registers storage. The phone number reader is the host's to register.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetConnectionString(ConnectionStringName) is { Length: > 0 } connectionString)
        {
            services.AddSingleton(_ => NpgsqlDataSource.Create(PooledFor(connectionString)));
            services.AddPooledDbContextFactory<PostgresCustomerDbContext>((provider, options) => options.AsUsedHere()
                .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
            services.AddSingleton<IDbContextFactory<CustomerDbContext>, CustomerDbContextFactory<PostgresCustomerDbContext>>();
            services.AddSingleton<IDatabaseEngine, PostgresEngine>();
            services.AddSingleton<IBatchStatements, PostgresBatchStatements>();
        }
        else
        {
            services.AddPooledDbContextFactory<SqliteCustomerDbContext>(options => options.AsUsedHere()
                .UseSqlite(SqliteFile.ConnectionString(configuration)).AddInterceptors(new SqliteErasing()));
            services.AddSingleton<IDbContextFactory<CustomerDbContext>, CustomerDbContextFactory<SqliteCustomerDbContext>>();
            services.AddSingleton<IDatabaseEngine, SqliteEngine>();
            services.AddSingleton(_ => new SqliteSession(SqliteFile.LastingConnectionString(configuration)));
            services.AddSingleton<IBatchStatements, SqliteBatchStatements>();
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DatabaseSchema>();
        services.AddSingleton<StoreFaults>();
        services.AddSingleton<DemoSeed>();
        services.AddSingleton<TenantCounters>();
        services.AddSingleton<EntryIds>();
        services.AddSingleton<MissingReferences>();
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<IKeptAnswers>(provider => provider.GetRequiredService<KeptAnswers>());
        services.AddSingleton<ISwept>(provider => provider.GetRequiredService<KeptAnswers>());
        services.AddHostedService<Sweeper>();
        services.AddSingleton<WriteTransactions>();
        services.AddSingleton<ErasedTraces>();
        services.AddSingleton<OtpChallenges>();
        services.AddSingleton<IOtpChallenges>(provider => provider.GetRequiredService<OtpChallenges>());
        services.AddCommits(configuration);
        services.AddSingleton<ICustomerCreations, CustomerCreations>();
        services.AddSingleton<ICustomerErasures, CustomerErasures>();
        services.AddSingleton<ICustomerReads, CustomerReads>();
        services.AddSingleton<ICustomerTransfers, CustomerTransfers>();
        services.AddSingleton<ICustomerReferences, CustomerReferences>();
        services.AddSingleton<ICustomerLists, CustomerLists>();
        services.AddSingleton<ICustomerHistory, CustomerHistory>();
        services.AddSingleton<ICustomerMerges, CustomerMerges>();
        services.AddSingleton<ICustomerAvatars, CustomerAvatars>();
        services.AddTenancy(configuration);
        services.AddOptions();
        services.AddLogging();
        services.AddSingleton<IPasswordHashes, PasswordHashes>();
        return services;
    }

    private static void AddCommits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<CommitTurns>();
        services.AddSingleton<LoneCommits>();
        services.AddSingleton(provider => new SharedCommits(
            provider.GetRequiredService<IBatchStatements>(),
            provider.GetRequiredService<IDatabaseEngine>(),
            provider.GetRequiredService<CommitTurns>(),
            provider.GetRequiredService<ILogger<SharedCommits>>(),
            configuration.GetValue(CommitQueueLimit, WaitingCommits)));
        services.AddSingleton<ICustomerCommits, CustomerCommits>();
    }

    private static void AddTenancy(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<KeyUses>();
        services.AddHostedService<KeyUseWriter>();
        services.AddSingleton<Callers>();
        services.AddSingleton(provider => new CachedCallers(
            provider.GetRequiredService<Callers>(),
            provider.GetRequiredService<KeyUses>(),
            provider.GetRequiredService<TimeProvider>(),
            configuration.GetValue(CallerCacheSize, 10_000)));
        services.AddSingleton<ICallers>(provider => provider.GetRequiredService<CachedCallers>());
        services.AddSingleton<GuardedWrites>();
        services.AddSingleton<ITenants, Tenants>();
        services.AddSingleton<IApiKeys, ApiKeys>();
        services.AddSingleton<IInboxes, Inboxes>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<IAccessTokens>(provider => provider.GetRequiredService<AccessTokens>());
        services.AddSingleton<ISwept>(provider => provider.GetRequiredService<AccessTokens>());
        services.AddSingleton<IAttributeDefinitions, AttributeDefinitions>();
    }

    // What is read is turned into records of Core; the few writes attach what they write. A lost race is no error, and what is one is
    // logged where it ends.
    private static DbContextOptionsBuilder AsUsedHere(this DbContextOptionsBuilder options) => options
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .ConfigureWarnings(events => events.Log(
            (RelationalEventId.CommandError, LogLevel.Debug),
            (CoreEventId.SaveChangesFailed, LogLevel.Debug),
            (CoreEventId.QueryIterationFailed, LogLevel.Debug),
            (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug)));

    /// <summary>A connection string with this host's settings, where the operator gave none.</summary>
    internal static string PooledFor(string connectionString)
    {
        // Two hosts fit into a server's default of 100 connections, and leave room for people.
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Maximum Pool Size"))
        {
            settings.MaxPoolSize = MaximumConnections;
        }

        // Planned once a connection, not at each use. Behind a pooler that cannot keep them, the operator turns it off.
        if (!settings.ShouldSerialize("Max Auto Prepare"))
        {
            settings.MaxAutoPrepare = PreparedStatements;
            settings.AutoPrepareMinUsages = 2;
        }

        // Nothing here outlives its transaction on a connection, and forgetting it would be seven statements before each use.
        if (!settings.ShouldSerialize("No Reset On Close"))
        {
            settings.NoResetOnClose = true;
        }

        return settings.ConnectionString;
    }
}
