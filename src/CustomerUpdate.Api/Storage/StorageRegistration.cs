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

    private const int MaximumConnections = 40;

    /// <summary>Registers storage. The phone number reader is the host's to register.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetConnectionString(ConnectionStringName) is { Length: > 0 } connectionString)
        {
            services.AddPooledDbContextFactory<PostgresCustomerDbContext>(options => options.AsUsedHere().UseNpgsql(PooledFor(connectionString)));
            services.AddSingleton<IDbContextFactory<CustomerDbContext>, CustomerDbContextFactory<PostgresCustomerDbContext>>();
            services.AddSingleton<IDatabaseEngine, PostgresEngine>();
        }
        else
        {
            services.AddPooledDbContextFactory<SqliteCustomerDbContext>(options => options.AsUsedHere()
                .UseSqlite(SqliteFile.ConnectionString(configuration)));
            services.AddSingleton<IDbContextFactory<CustomerDbContext>, CustomerDbContextFactory<SqliteCustomerDbContext>>();
            services.AddSingleton<IDatabaseEngine, SqliteEngine>();
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DatabaseSchema>();
        services.AddSingleton<DemoSeed>();
        services.AddSingleton<TenantCounters>();
        services.AddSingleton<EntryIds>();
        services.AddSingleton<MissingReferences>();
        services.AddSingleton<CommitTurns>();
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<IKeptAnswers>(provider => provider.GetRequiredService<KeptAnswers>());
        services.AddHostedService<KeptAnswerSweeper>();
        services.AddSingleton<WriteTransactions>();
        services.AddSingleton<OtpChallenges>();
        services.AddSingleton<IOtpChallenges>(provider => provider.GetRequiredService<OtpChallenges>());
        services.AddSingleton<ICustomerCommits, CustomerCommits>();
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
        services.AddSingleton<IPasswordHashes, PasswordHashes>();
        return services;
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
        services.AddHostedService<AccessTokenSweeper>();
        services.AddSingleton<IAttributeDefinitions, AttributeDefinitions>();
    }

    // What is read is turned into records of Core; the few writes attach what they write. A lost race is no error, and what is one is
    // logged where it ends.
    private static DbContextOptionsBuilder AsUsedHere(this DbContextOptionsBuilder options) => options
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .ConfigureWarnings(events => events.Log(
            (RelationalEventId.CommandError, LogLevel.Debug),
            (CoreEventId.SaveChangesFailed, LogLevel.Debug),
            (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug)));

    // Unless the operator says otherwise: two hosts fit into a server's default of 100 connections, and leave room for people.
    private static string PooledFor(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Maximum Pool Size"))
        {
            settings.MaxPoolSize = MaximumConnections;
        }

        return settings.ConnectionString;
    }
}
