using CustomerUpdate.Api.Storage.Commits;
using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Makes customers optimistically: whoever takes one of the new customer's keys at the same time makes it be tried again.</summary>
internal sealed class CustomerCreations(
    IDbContextFactory<CustomerDbContext> databases,
    IDatabaseEngine engine,
    EntryIds entryIds,
    MissingReferences references,
    IPhoneNumberReader phones,
    IPasswordHashes passwords,
    WriteTransactions transactions,
    TimeProvider clock) : ICustomerCreations
{
    private static readonly Dictionary<CustomerKey, Customer> NoOwners = [];

    public async Task<Result<Customer>> CreateAsync(NewCustomer command, CancellationToken cancellationToken)
    {
        var ids = await entryIds.TakeAsync(command.Caller.Tenant.Id, command.Change.EntryIdsNeeded, cancellationToken);
        return await engine.CommitAsync(() => TryAsync(command, ids, cancellationToken), cancellationToken);
    }

    public async Task<ValueList<Customer>?> TryCreateTogetherAsync(IReadOnlyList<NewCustomer> commands, CancellationToken cancellationToken)
    {
        var tenantId = commands[0].Caller.Tenant.Id;
        var ids = await entryIds.TakeAsync(tenantId, commands.Sum(command => command.Change.EntryIdsNeeded), cancellationToken);
        try
        {
            return await TryTogetherAsync(tenantId, commands, new Queue<long>(ids), cancellationToken);
        }
        catch (Exception exception) when (engine.Classify(exception) is DatabaseFault.LostRace or DatabaseFault.Unavailable)
        {
            return null;
        }
    }

    private async Task<ValueList<Customer>?> TryTogetherAsync(
        Guid tenantId, IReadOnlyList<NewCustomer> commands, Queue<long> ids, CancellationToken cancellationToken)
    {
        var blanks = new List<Customer>();
        var profiles = new List<Profile>();
        foreach (var command in commands)
        {
            var blank = Blank(tenantId, command.Kept, clock.GetUtcMicroseconds());
            long[] own = [.. Enumerable.Range(0, command.Change.EntryIdsNeeded).Select(_ => ids.Dequeue())];
            if (command.Change.Apply(blank.Profile, Context(command, blank, own, NoOwners)).Bounded().TryFailure(out var profile, out _))
            {
                return null;
            }

            blanks.Add(blank);
            profiles.Add(profile);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if ((await db.FindTakenAsync(tenantId, [.. profiles.SelectMany(profile => profile.Keys)], cancellationToken)).Count > 0)
        {
            return null;
        }

        var whole = await references.MakeAsync(db, tenantId, profiles, commands[0].References, cancellationToken);
        ValueList<Customer> customers = [.. blanks.Zip(whole, (blank, profile) => blank with { Profile = profile })];
        CustomerKey[] keys = [.. customers.SelectMany(customer => customer.Profile.Keys.Append(CustomerKey.Id(customer.Id)))];
        if (keys.Distinct().Count() < keys.Length)
        {
            return null; // two of them would have the same
        }

        var written = await transactions.WriteAsync(db, WriteTerms<ValueList<Customer>>.Plain, customers, customerId: null, SaveAsync, cancellationToken);
        CommitMetrics.RecordBatch(customers.Count);
        return written.Match<ValueList<Customer>?>(made => made, _ => null);

        Task SaveAsync()
        {
            foreach (var (customer, command) in customers.Zip(commands))
            {
                db.AddCustomer(customer, new ChangeOrigin(command.Caller.Contract, command.Caller.KeyId, command.RequestId));
            }

            return db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task<Result<Customer>> TryAsync(NewCustomer command, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var tenantId = command.Caller.Tenant.Id;
        var blank = Blank(tenantId, command.Kept, clock.GetUtcMicroseconds());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var applied = await db.ApplyWithOwnersAsync(
            blank, owners => command.Change.Apply(blank.Profile, Context(command, blank, ids, owners)).Bounded(), cancellationToken);
        if (applied.TryFailure(out var profile, out var failure))
        {
            return failure;
        }

        var whole = await references.MakeAsync(db, tenantId, [profile], command.References, cancellationToken);
        var customer = blank with { Profile = whole[0] };
        return await transactions.WriteAsync(db, command.Terms, customer, customer.Id, SaveAsync, cancellationToken);

        Task SaveAsync()
        {
            db.AddCustomer(customer, new ChangeOrigin(command.Caller.Contract, command.Caller.KeyId, command.RequestId));
            db.AddAvatar(customer, command.Change.Uploaded);
            return db.SaveChangesAsync(cancellationToken);
        }
    }

    private static Customer Blank(Guid tenantId, KeptIdentity kept, DateTimeOffset now) => new()
    {
        TenantId = tenantId,
        Id = kept.Id ?? Guid.CreateVersion7(Later(kept.CreatedAt ?? now, DateTimeOffset.UnixEpoch)), // a UUID tells no earlier time
        Version = kept.Version ?? 1,
        CreatedAt = kept.CreatedAt ?? now,
        UpdatedAt = kept.UpdatedAt ?? kept.CreatedAt ?? now,
        Profile = new Profile(),
    };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private ApplyContext Context(
        NewCustomer command, Customer blank, IReadOnlyList<long> ids, IReadOnlyDictionary<CustomerKey, Customer> owners)
    {
        var used = 0;
        return new ApplyContext
        {
            Tenant = command.Caller.Tenant,
            CustomerId = blank.Id,
            Now = clock.GetUtcMicroseconds(),
            Phones = phones,
            Passwords = passwords,
            NextEntryId = () => ids[used++],
            Owners = owners,
        };
    }
}
