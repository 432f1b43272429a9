using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CustomerUpdate.Api.Storage;

/// <summary>Puts storage behind Core's ports.</summary>
internal static class StorageRegistration
{
    /// <summary>The connection string that chooses PostgreSQL; without it, customers live in an SQLite file.</summary>
    public const string ConnectionStringName = "Customers";

    /// <summary>Registers storage. The phone number reader is the host's to register.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetConnectionString(ConnectionStringName) is { Length: > 0 } connectionString)
        {
            services.AddPooledDbContextFactory<PostgresCustomerDbContext>(options => options.ReadOnlyByDefault().UseNpgsql(connectionString));
            services.AddSingleton<IDbContextFactory<CustomerDbContext>, CustomerDbContextFactory<PostgresCustomerDbContext>>();
            services.AddSingleton<IDatabaseEngine, PostgresEngine>();
        }
        else
        {
            services.AddPooledDbContextFactory<SqliteCustomerDbContext>(options => options.ReadOnlyByDefault()
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
        services.AddSingleton<ICustomerCommits, CustomerCommits>();
        services.AddSingleton<ICustomerCreations, CustomerCreations>();
        services.AddSingleton<ICustomerErasures, CustomerErasures>();
        services.AddSingleton<ICustomerReads, CustomerReads>();
        services.AddSingleton<ICustomerTransfers, CustomerTransfers>();
        services.AddSingleton<ICustomerLists, CustomerLists>();
        services.AddSingleton<ICustomerHistory, CustomerHistory>();
        services.AddSingleton<ICustomerMerges, CustomerMerges>();
        services.AddSingleton<ICallers, Callers>();
        services.AddSingleton<ITenants, Tenants>();
        services.AddSingleton<IPasswordHashes, PasswordHashes>();
        return services;
    }

    // What is read is turned into records of Core; the few writes attach what they write.
    private static DbContextOptionsBuilder ReadOnlyByDefault(this DbContextOptionsBuilder options) =>
        options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
}
