using System.Runtime.CompilerServices;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Lists references with their customers.</summary>
internal sealed class CustomerReferences(IDbContextFactory<CustomerDbContext> databases) : ICustomerReferences
{
    private const int PageSize = 500;

    // Page by page, along the primary key of the keys: whoever reads slowly holds no connection and no snapshot.
    public async IAsyncEnumerable<ReferencedCustomer> ReadAllAsync(
        Guid tenantId, string contract, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? last = null;
        List<ReferencedCustomer> page;
        do
        {
            page = await ReadPageAsync(tenantId, CustomerKey.Reference(contract, "").Kind, last, cancellationToken);
            foreach (var referenced in page)
            {
                yield return referenced;
                last = referenced.Reference;
            }
        }
        while (page.Count == PageSize);
    }

    private async Task<List<ReferencedCustomer>> ReadPageAsync(Guid tenantId, string kind, string? last, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var keys = db.CustomerKeys.Where(key => key.TenantId == tenantId && key.Kind == kind);
        if (last is not null)
        {
            keys = keys.Where(key => string.Compare(key.Value, last) > 0);
        }

        var query =
            from key in keys.OrderBy(key => key.Value).Take(PageSize)
            join row in db.Customers on new { key.TenantId, Id = key.CustomerId } equals new { row.TenantId, row.Id }
            orderby key.Value
            select new { key.Value, Row = row };
        return [.. (await query.ToListAsync(cancellationToken)).Select(found => new ReferencedCustomer(found.Value, found.Row.ToCustomer()))];
    }
}
