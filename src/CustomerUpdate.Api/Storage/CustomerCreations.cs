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
    public async Task<Result<Customer>> CreateAsync(NewCustomer command, CancellationToken cancellationToken)
    {
        var ids = await entryIds.TakeAsync(command.Caller.Tenant.Id, command.Change.EntryIdsNeeded, cancellationToken);
        return await engine.CommitAsync(() => TryAsync(command, ids, cancellationToken), cancellationToken);
    }

    private async Task<Result<Customer>> TryAsync(NewCustomer command, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var tenantId = command.Caller.Tenant.Id;
        var blank = Blank(tenantId, command.Kept, clock.GetUtcMicroseconds());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var applied = await db.ApplyWithOwnersAsync(
            blank, owners => command.Change.Apply(blank.Profile, Context(command, ids, owners)), cancellationToken);
        if (applied.TryFailure(out var profile, out var failure))
        {
            return failure;
        }

        var customer = blank with
        {
            Profile = await references.MakeAsync(db, tenantId, profile, command.References, cancellationToken),
        };
        return await transactions.WriteAsync(db, command.Terms, customer, customer.Id, SaveAsync, cancellationToken);

        Task SaveAsync()
        {
            db.AddCustomer(customer, new ChangeOrigin(command.Caller.Contract, command.Caller.KeyId, command.RequestId));
            return db.SaveChangesAsync(cancellationToken);
        }
    }

    private static Customer Blank(Guid tenantId, KeptIdentity kept, DateTimeOffset now) => new()
    {
        TenantId = tenantId,
        Id = kept.Id ?? Guid.CreateVersion7(kept.CreatedAt ?? now),
        Version = kept.Version ?? 1,
        CreatedAt = kept.CreatedAt ?? now,
        UpdatedAt = kept.UpdatedAt ?? kept.CreatedAt ?? now,
        Profile = new Profile(),
    };

    private ApplyContext Context(
        NewCustomer command, IReadOnlyList<long> ids, IReadOnlyDictionary<CustomerKey, Customer> owners)
    {
        var used = 0;
        return new ApplyContext
        {
            Tenant = command.Caller.Tenant,
            Now = clock.GetUtcMicroseconds(),
            Phones = phones,
            Passwords = passwords,
            NextEntryId = () => ids[used++],
            Owners = owners,
        };
    }
}
