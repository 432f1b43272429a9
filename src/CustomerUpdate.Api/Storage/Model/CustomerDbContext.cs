using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>The one model behind both engines. What an engine spells differently, its own context adds.</summary>
internal abstract class CustomerDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<TenantRow> Tenants => Set<TenantRow>();

    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();

    public DbSet<CustomerRow> Customers => Set<CustomerRow>();

    public DbSet<CustomerKeyRow> CustomerKeys => Set<CustomerKeyRow>();

    public DbSet<CustomerSearchRow> CustomerSearches => Set<CustomerSearchRow>();

    public DbSet<CustomerTermRow> CustomerTerms => Set<CustomerTermRow>();

    public DbSet<CustomerAvatarRow> CustomerAvatars => Set<CustomerAvatarRow>();

    public DbSet<ErasedCustomerRow> ErasedCustomers => Set<ErasedCustomerRow>();

    public DbSet<CustomerChangeRow> CustomerChanges => Set<CustomerChangeRow>();

    public DbSet<AttributeDefinitionRow> AttributeDefinitions => Set<AttributeDefinitionRow>();

    public DbSet<AuthorizationCodeRow> AuthorizationCodes => Set<AuthorizationCodeRow>();

    public DbSet<AccessTokenRow> AccessTokens => Set<AccessTokenRow>();

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
        modelBuilder.ApplyConfiguration(new CustomerSearchTable());
        modelBuilder.ApplyConfiguration(new CustomerTermsTable());
        modelBuilder.ApplyConfiguration(new CustomerAvatarsTable());
        modelBuilder.ApplyConfiguration(new ErasedCustomersTable());
        modelBuilder.ApplyConfiguration(new CustomerChangesTable());
        modelBuilder.ApplyConfiguration(new AttributeDefinitionsTable());
        modelBuilder.ApplyConfiguration(new AuthorizationCodesTable());
        modelBuilder.ApplyConfiguration(new AccessTokensTable());
        modelBuilder.ApplyConfiguration(new IdempotencyKeysTable());
        modelBuilder.ApplyConfiguration(new OtpChallengesTable());
        modelBuilder.ApplyConfiguration(new InboxesTable());
        modelBuilder.ApplyConfiguration(new CountersTable());
    }
}
