using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Lists and searches customers. Pages are cut by position, not by count, so that rows which come or go move nothing.</summary>
internal sealed class CustomerLists(IDbContextFactory<CustomerDbContext> databases) : ICustomerLists
{
    public async Task<CustomerPage> ListAsync(Guid tenantId, CustomerSearch search, CancellationToken cancellationToken)
    {
        if (!IsPossible(search.EmailKey) || !IsPossible(search.PhoneKey) || search is { Text: { } text } && !StorableText.IsStorable(text))
        {
            return new CustomerPage([], null); // PostgreSQL refuses even to look for it
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await Filter(db, tenantId, search)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            .Take(search.Limit + 1).ToListAsync(cancellationToken);
        var items = rows.Take(search.Limit).Select(row => row.ToCustomer()).ToValueList();
        return new CustomerPage(items, rows.Count > search.Limit ? new CustomerPosition(items[^1].CreatedAt, items[^1].Id) : null);
    }

    public Task<CustomerSlice> ListAsync(Guid tenantId, CustomerSelection selection, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private static IQueryable<CustomerRow> Filter(CustomerDbContext db, Guid tenantId, CustomerSearch search)
    {
        var rows = db.Customers.Where(row => row.TenantId == tenantId);
        if (search.After is { } after)
        {
            rows = rows.Where(row => row.CreatedAt > after.CreatedAt || (row.CreatedAt == after.CreatedAt && row.Id > after.Id));
        }

        if (search.Text is { } text)
        {
            var folded = SearchText.Fold(text);
            rows = rows.Where(row => row.SearchText.Contains(folded));
        }

        if (search.EmailKey is { } email)
        {
            rows = rows.Where(row => db.CustomerKeys.Any(key =>
                key.TenantId == tenantId && key.Kind == CustomerKey.EmailKind && key.Value == email && key.CustomerId == row.Id));
        }

        if (search.PhoneKey is { } phone)
        {
            rows = rows.Where(row => db.CustomerPhones.Any(key => key.TenantId == tenantId && key.Value == phone && key.CustomerId == row.Id));
        }

        return rows;
    }

    private static bool IsPossible(string? key) => key is null || (key.Length <= CustomerKey.MaximumLength && StorableText.IsStorable(key));
}
