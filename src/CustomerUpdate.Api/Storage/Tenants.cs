using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>The tenants' table.</summary>
internal sealed class Tenants(
    IDbContextFactory<CustomerDbContext> databases, GuardedWrites writes, ErasedTraces traces, CachedCallers callers, TimeProvider clock) : ITenants
{
    public async Task<Tenant?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return (await FindRowAsync(db, id, cancellationToken))?.ToTenant();
    }

    public async Task<ValueList<Tenant>> ListAsync(Guid? after, int count, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var query = after is { } last ? db.Tenants.Where(row => row.Id > last) : db.Tenants;
        var rows = await query.OrderBy(row => row.Id).Take(count).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToTenant())];
    }

    public Task<Result<Tenant>> CreateAsync(NewTenant tenant, WriteTerms<Tenant> terms, CancellationToken cancellationToken) =>
        writes.RunAsync(terms, (db, token) => InsertAsync(db, tenant, token), cancellationToken);

    public async Task<Result<Tenant>> UpdateAsync(Guid id, TenantChange change, WriteTerms<Tenant> terms, CancellationToken cancellationToken)
    {
        var updated = await writes.RunAsync(terms, (db, token) => ApplyAsync(db, id, change, token), cancellationToken);
        callers.Forget(id);
        return updated;
    }

    public async Task<Result<Tenant>> DeleteAsync(Guid id, WriteTerms<Tenant> terms, CancellationToken cancellationToken)
    {
        var deleted = await writes.RunAsync(terms, (db, token) => EraseAsync(db, id, token), cancellationToken);
        callers.Forget(id);
        return await traces.ClearAfterAsync(deleted, terms);
    }

    private async Task<Result<Tenant>> InsertAsync(CustomerDbContext db, NewTenant wanted, CancellationToken cancellationToken)
    {
        if (await TenantIds.FindTakenAsync(db, wanted, cancellationToken) is { Count: > 0 } taken)
        {
            return Failure.Of(FailureKind.Taken) with { Problems = taken };
        }

        var now = clock.GetUtcMicroseconds();
        var row = TenantRow.Of(new Tenant
        {
            Id = Guid.CreateVersion7(now),
            Name = wanted.Name,
            WorkspaceId = wanted.WorkspaceId ?? TenantIds.NewWorkspaceId(),
            AccountId = wanted.AccountId ?? await TenantIds.LowestFreeAccountIdAsync(db, cancellationToken),
            OrganizationId = wanted.OrganizationId ?? Guid.NewGuid(),
            Settings = wanted.Settings,
            CreatedAt = now,
        });
        db.Tenants.Add(row);
        await db.SaveChangesAsync(cancellationToken); // a taken id that the look-up missed is a lost race: the next attempt sees it
        return row.ToTenant();
    }

    private static async Task<Result<Tenant>> ApplyAsync(CustomerDbContext db, Guid id, TenantChange change, CancellationToken cancellationToken)
    {
        if (await FindRowAsync(db, id, cancellationToken) is not { } row)
        {
            return Failure.Of(FailureKind.NotFound);
        }

        var changed = change.Apply(row.ToTenant());
        db.Tenants.Attach(row);
        row.Name = changed.Name;
        row.Settings = changed.Settings;
        row.Version++;
        await db.SaveChangesAsync(cancellationToken);
        return changed;
    }

    private static async Task<Result<Tenant>> EraseAsync(CustomerDbContext db, Guid id, CancellationToken cancellationToken)
    {
        if (await FindRowAsync(db, id, cancellationToken) is not { } row)
        {
            return Failure.Of(FailureKind.NotFound);
        }

        await TenantErasure.EraseAsync(db, id, cancellationToken);
        return row.ToTenant();
    }

    private static Task<TenantRow?> FindRowAsync(CustomerDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.Tenants.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
}
