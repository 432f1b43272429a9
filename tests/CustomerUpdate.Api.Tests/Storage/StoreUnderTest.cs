using CustomerUpdate.Api.Storage;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CustomerUpdate.Api.Tests.Storage;

/// <summary>Storage as a host composes it, without the host. Several over one database stand for several hosts.</summary>
internal sealed class StoreUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public StoreUnderTest(
        IEnumerable<KeyValuePair<string, string?>> settings, IPhoneNumberReader? phones = null, Action<IServiceCollection>? replace = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var composed = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(phones ?? PhoneNumberReaders.Default)
            .AddStorage(configuration);
        replace?.Invoke(composed);
        services = composed.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>Starts a fraction of a microsecond past a whole one.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero).AddTicks(1234567));

    public DatabaseSchema Schema => services.GetRequiredService<DatabaseSchema>();

    public StoreFaults Faults => services.GetRequiredService<StoreFaults>();

    public DemoSeed Seed => services.GetRequiredService<DemoSeed>();

    public EntryIds EntryIds => services.GetRequiredService<EntryIds>();

    public ICallers Callers => services.GetRequiredService<ICallers>();

    public ICustomerLists Lists => services.GetRequiredService<ICustomerLists>();

    public ICustomerMerges Merges => services.GetRequiredService<ICustomerMerges>();

    public ICustomerErasures Erasures => services.GetRequiredService<ICustomerErasures>();

    public ICustomerReads Reads => services.GetRequiredService<ICustomerReads>();

    public OtpChallenges Challenges => services.GetRequiredService<OtpChallenges>();

    public ICustomerCommits Commits => services.GetRequiredService<ICustomerCommits>();

    public CustomerDbContext OpenContext() => services.GetRequiredService<IDbContextFactory<CustomerDbContext>>().CreateDbContext();

    /// <summary>Commits a change on behalf of the demo tenant.</summary>
    public Task<Result<UpdatedCustomer>> CommitAsync(ICustomerChange change, Guid? customerId = null) =>
        Commits.CommitAsync(Command(change, customerId), CancellationToken.None);

    public Task<Result<UpdatedCustomer>> CommitAsync(ICustomerChange change, CustomerKey target, Tenant tenant) =>
        Commits.CommitAsync(Command(change, target, tenant), CancellationToken.None);

    /// <summary>A change on behalf of the demo tenant.</summary>
    public CustomerUpdateCommand Command(ICustomerChange change, Guid? customerId = null) =>
        Command(change, CustomerKey.Id(customerId ?? DemoTenant.CustomerId), DemoTenant.Tenant(Clock.GetUtcNow()));

    public Task<Customer> AliceAsync() => ReadAsync(DemoTenant.CustomerId);

    /// <summary>A customer of the demo tenant as it is stored now.</summary>
    public async Task<Customer> ReadAsync(Guid customerId) =>
        (await Reads.FindAsync(DemoTenant.Id, CustomerKey.Id(customerId), CancellationToken.None))!;

    /// <summary>The versions of a customer's history, oldest first.</summary>
    public async Task<IReadOnlyList<long>> HistoryAsync(Guid customerId)
    {
        await using var db = OpenContext();
        return await db.CustomerChanges.Where(row => row.CustomerId == customerId).Select(row => row.Version).OrderBy(version => version).ToListAsync();
    }

    /// <summary>Makes another customer of the demo tenant, of whom nothing is known.</summary>
    public async Task<Customer> AddCustomerAsync()
    {
        var now = Clock.GetUtcMicroseconds();
        var customer = DemoCustomer.Customer(now) with { Id = Guid.CreateVersion7(), Profile = new Profile() };
        await using var db = OpenContext();
        db.AddCustomer(customer, new ChangeOrigin("test", null, "test"));
        await db.SaveChangesAsync();
        return customer;
    }

    /// <summary>Makes another tenant.</summary>
    public async Task<Tenant> AddTenantAsync()
    {
        var tenant = DemoTenant.Tenant(Clock.GetUtcMicroseconds()) with
        {
            Id = Guid.CreateVersion7(),
            WorkspaceId = "00000000000000000000000A",
            AccountId = 2,
            OrganizationId = Guid.CreateVersion7(),
            Settings = new TenantSettings(),
        };
        await using var db = OpenContext();
        db.Tenants.Add(TenantRow.Of(tenant));
        await db.SaveChangesAsync();
        return tenant;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static CustomerUpdateCommand Command(ICustomerChange change, CustomerKey target, Tenant tenant) =>
        new(new Caller(tenant, null, "chatwoot", KeyRole.Write), target, change, "request-1", null);
}
