using System.Globalization;
using CustomerUpdate.Api.Storage;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Hosting;

/// <summary>Makes customers, each with values and references of its own, and reads what is stored of them.</summary>
internal sealed class TestCustomers(IServiceProvider services, TimeProvider clock)
{
    private int made = 1_000;

    /// <summary>Makes a customer in the demo tenant.</summary>
    /// <param name="change">Makes another profile of the default one.</param>
    public Task<Customer> CreateAsync(Func<Profile, Profile>? change = null) => CreateAsync(TestTenants.Demo, change);

    /// <summary>Makes a customer.</summary>
    public async Task<Customer> CreateAsync(TestTenant tenant, Func<Profile, Profile>? change = null)
    {
        var number = Interlocked.Increment(ref made);
        var profile = Default(number);
        var now = clock.GetUtcNow();
        var customer = new Customer
        {
            TenantId = tenant.Tenant.Id,
            Id = Guid.CreateVersion7(now),
            Version = 1,
            CreatedAt = now,
            UpdatedAt = now,
            Profile = change?.Invoke(profile) ?? profile,
        };
        await using var db = await OpenAsync();
        db.AddCustomer(customer, new ChangeOrigin("test", null, "test"));
        await db.SaveChangesAsync();
        return customer;
    }

    /// <summary>The customer as it is stored now.</summary>
    public async Task<Customer> ReadAsync(Customer customer) =>
        await FindAsync(customer.TenantId, CustomerKey.Id(customer.Id))
        ?? throw new InvalidOperationException("The customer is gone.");

    /// <summary>The customer of the demo tenant with a key, or null.</summary>
    public Task<Customer?> FindAsync(CustomerKey key) => FindAsync(TestTenants.Demo.Tenant.Id, key);

    /// <summary>The contracts of a customer's history, oldest first.</summary>
    public async Task<IReadOnlyList<string>> HistoryAsync(Customer customer)
    {
        await using var db = await OpenAsync();
        return await db.CustomerChanges
            .Where(row => row.TenantId == customer.TenantId && row.CustomerId == customer.Id)
            .OrderBy(row => row.Version).Select(row => row.Contract).ToListAsync();
    }

    /// <summary>A customer with a name, an e-mail address and a phone number that nobody else has.</summary>
    private static Profile Default(int number) => new()
    {
        Name = new PersonName("Ada Lovelace", "Ada", "Lovelace"),
        Emails = List(new Entry(5001, "work", $"ada{number}@example.com", $"ada{number}@example.com")),
        Phones = List(new Entry(5002, "mobile", $"+1202555{number:0000}", $"+1202555{number:0000}")),
        References =
        [
            new("trillet", $"64b7f0c2a1d3e4f5{number:00000000}"),
            new("quentli", $"cmtest{number:0000000000000000000}"),
            new("helpscout", number.ToString(CultureInfo.InvariantCulture)),
            new("chatwoot", number.ToString(CultureInfo.InvariantCulture)),
            new("insighto", $"5d1f8a52-9c3e-4b7a-8f60-{number:000000000000}"),
        ],
    };

    private static EntryList List(Entry entry) => new() { Entries = [entry], PrimaryId = entry.Id };

    private Task<Customer?> FindAsync(Guid tenantId, CustomerKey key) =>
        services.GetRequiredService<ICustomerReads>().FindAsync(tenantId, key, CancellationToken.None);

    private Task<CustomerDbContext> OpenAsync() => services.GetRequiredService<IDbContextFactory<CustomerDbContext>>().CreateDbContextAsync();
}
