using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>The inboxes' table.</summary>
internal sealed class Inboxes(IDbContextFactory<CustomerDbContext> databases, GuardedWrites writes) : IInboxes
{
    public Task<Result<Inbox>> CreateAsync(Guid tenantId, string name, string channelType, WriteTerms<Inbox> terms, CancellationToken cancellationToken) =>
        writes.RunAsync(terms, (db, token) => InsertAsync(db, tenantId, name, channelType, token), cancellationToken);

    public async Task<ValueList<Inbox>> ListAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Inboxes.Where(row => row.TenantId == tenantId).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToInbox())];
    }

    private static async Task<Result<Inbox>> InsertAsync(
        CustomerDbContext db, Guid tenantId, string name, string channelType, CancellationToken cancellationToken)
    {
        if (!await db.Tenants.AnyAsync(row => row.Id == tenantId, cancellationToken))
        {
            return Failure.Of(FailureKind.NotFound);
        }

        var row = new InboxRow
        {
            TenantId = tenantId,
            Id = await TakeIdAsync(db, tenantId, cancellationToken),
            Name = name,
            ChannelType = channelType,
        };
        db.Inboxes.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        return row.ToInbox();
    }

    // One statement on both engines, atomic on both. Inboxes are few: no blocks.
    private static async Task<long> TakeIdAsync(CustomerDbContext db, Guid tenantId, CancellationToken cancellationToken)
    {
        var next = await db.Database.SqlQuery<long>(
            $"""
            INSERT INTO counters (tenant_id, name, next) VALUES ({tenantId}, {CounterRow.Inbox}, 2)
            ON CONFLICT (tenant_id, name) DO UPDATE SET next = counters.next + 1
            RETURNING next AS "Value"
            """).ToListAsync(cancellationToken);
        return next[0] - 1;
    }
}
