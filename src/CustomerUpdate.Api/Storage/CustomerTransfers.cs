using System.Runtime.CompilerServices;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Reads customers in bulk.</summary>
internal sealed class CustomerTransfers(IDbContextFactory<CustomerDbContext> databases) : ICustomerTransfers
{
    private const int PageSize = 500;

    // Page by page, along the primary key: whoever reads slowly holds no connection and no snapshot.
    public async IAsyncEnumerable<Customer> ReadAllAsync(Guid tenantId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Guid? last = null;
        List<CustomerRow> page;
        do
        {
            page = await ReadPageAsync(tenantId, last, cancellationToken);
            foreach (var row in page)
            {
                yield return row.ToCustomer();
                last = row.Id;
            }
        }
        while (page.Count == PageSize);
    }

    public async Task<ValueList<Customer>> FindOwnersAsync(
        Guid tenantId, IReadOnlyCollection<CustomerKey> keys, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var owners = (await db.FindOwnersAsync(tenantId, keys, cancellationToken)).Values.ToList();
        foreach (var id in keys.Where(key => key.Kind == CustomerKey.IdKind))
        {
            if (await db.FindCustomerAsync(tenantId, id, cancellationToken) is { } owner)
            {
                owners.Add(owner);
            }
        }

        return [.. owners.DistinctBy(owner => owner.Id)];
    }

    public async Task<IReadOnlySet<CustomerKey>> FindKnownAsync(
        Guid tenantId, IReadOnlyCollection<CustomerKey> keys, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var known = await db.FindTakenAsync(tenantId, keys, cancellationToken);
        Guid[] ids = [.. keys.Where(key => key.Kind == CustomerKey.IdKind).Select(key => Guid.ParseExact(key.Value, "D"))];
        if (ids.Length > 0)
        {
            var own = db.Customers.Where(row => row.TenantId == tenantId && ids.Contains(row.Id)).Select(row => row.Id);
            var erased = db.ErasedCustomers.Where(row => row.TenantId == tenantId && ids.Contains(row.CustomerId)).Select(row => row.CustomerId);
            known.UnionWith((await own.Concat(erased).ToListAsync(cancellationToken)).Select(CustomerKey.Id));
        }

        return known;
    }

    public async Task<bool> IsErasedAsync(Guid tenantId, Guid customerId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ErasedCustomers.AnyAsync(row => row.TenantId == tenantId && row.CustomerId == customerId, cancellationToken);
    }

    private async Task<List<CustomerRow>> ReadPageAsync(Guid tenantId, Guid? last, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = db.Customers.Where(row => row.TenantId == tenantId);
        return await (last is { } id ? rows.Where(row => row.Id > id) : rows)
            .OrderBy(row => row.Id).Take(PageSize).ToListAsync(cancellationToken);
    }
}
