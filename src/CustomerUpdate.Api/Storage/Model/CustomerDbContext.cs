using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>The one model behind both engines. What an engine spells differently, its own context adds.</summary>
internal abstract class CustomerDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<TenantRow> Tenants => Set<TenantRow>();

    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();

    public DbSet<CustomerRow> Customers => Set<CustomerRow>();

    public DbSet<CustomerKeyRow> CustomerKeys => Set<CustomerKeyRow>();

    public DbSet<CustomerPhoneRow> CustomerPhones => Set<CustomerPhoneRow>();

    public DbSet<ErasedCustomerRow> ErasedCustomers => Set<ErasedCustomerRow>();

    public DbSet<CustomerChangeRow> CustomerChanges => Set<CustomerChangeRow>();

    public DbSet<AuthorizationCodeRow> AuthorizationCodes => Set<AuthorizationCodeRow>();

    public DbSet<IdempotencyKeyRow> IdempotencyKeys => Set<IdempotencyKeyRow>();

    public DbSet<OtpChallengeRow> OtpChallenges => Set<OtpChallengeRow>();

    public DbSet<InboxRow> Inboxes => Set<InboxRow>();

    public DbSet<CounterRow> Counters => Set<CounterRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new TenantsTable());
        modelBuilder.ApplyConfiguration(new ApiKeysTable());
        modelBuilder.ApplyConfiguration(new CustomersTable());
        modelBuilder.ApplyConfiguration(new CustomerKeysTable());
        modelBuilder.ApplyConfiguration(new CustomerPhonesTable());
        modelBuilder.ApplyConfiguration(new ErasedCustomersTable());
        modelBuilder.ApplyConfiguration(new CustomerChangesTable());
        modelBuilder.ApplyConfiguration(new AuthorizationCodesTable());
        modelBuilder.ApplyConfiguration(new IdempotencyKeysTable());
        modelBuilder.ApplyConfiguration(new OtpChallengesTable());
        modelBuilder.ApplyConfiguration(new InboxesTable());
        modelBuilder.ApplyConfiguration(new CountersTable());
    }
}
