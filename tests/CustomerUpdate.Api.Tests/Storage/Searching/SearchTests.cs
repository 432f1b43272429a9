using CustomerUpdate.Api.Storage;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Tests.Storage.Searching;

/// <summary>A tenant whose customers are called by letters, in the order in which they were made.</summary>
public abstract class SearchTests(string engine) : StorageTests(engine)
{
    private readonly Dictionary<Guid, char> letters = [];

    private protected Tenant Tenant { get; private set; } = null!;

    private protected Caller Caller => new(Tenant, null, "hub", KeyRole.Admin);

    /// <summary>Makes a customer a profile, one after another, and nobody else.</summary>
    private protected async Task<List<Customer>> AddAsync(params Profile[] profiles)
    {
        Tenant = await Store.AddTenantAsync();
        List<Customer> made = [.. profiles.Select(profile => Make(Tenant, profile))];
        await using var db = Store.OpenContext();
        foreach (var customer in made)
        {
            letters[customer.Id] = (char)('A' + letters.Count);
            db.AddCustomer(customer, new ChangeOrigin("test", null, "test"));
        }

        await db.SaveChangesAsync();
        return made;
    }

    /// <summary>The letters of those that a filter finds, and of those that its opposite finds: the rest.</summary>
    private protected async Task AssertFindsAsync(string expected, CustomerFilter filter)
    {
        Assert.Equal((filter, expected), (filter, await FindAsync(filter)));
        var rest = string.Concat(letters.Values.Except(expected).Order());
        Assert.Equal((filter, rest), (filter, await FindAsync(new CustomerFilter.Not(filter))));
    }

    private protected Task<string> FindAsync(CustomerFilter filter) => FindAsync(new CustomerSelection(0, 100) { Filter = filter });

    private protected async Task<string> FindAsync(CustomerSelection selection)
    {
        var slice = await Store.Lists.ListAsync(Tenant.Id, selection, CancellationToken.None);
        return string.Concat(slice.Items.Select(customer => letters[customer.Id]));
    }

    /// <summary>Entries without keys, so that customers may have the same.</summary>
    private protected static EntryList Entries(params string[] values) => new()
    {
        Entries = [.. values.Select((value, index) => new Entry(index + 1, "work", value))],
        PrimaryId = values.Length > 0 ? 1 : null,
    };

    private protected static ValueMap<BagValue> Bag(params (string Key, string Json)[] entries) =>
        ValueMap<BagValue>.Of(entries.Select(entry => KeyValuePair.Create(entry.Key, Profiles.Parse(entry.Json))));

    private Customer Make(Tenant tenant, Profile profile)
    {
        Store.Clock.Advance(TimeSpan.FromSeconds(1));
        var now = Store.Clock.GetUtcMicroseconds();
        return DemoCustomer.Customer(now) with { Id = Guid.CreateVersion7(now), TenantId = tenant.Id, Profile = profile };
    }
}
