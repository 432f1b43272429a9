using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Api.Storage.Searching;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Lists and searches customers, in <c>customer_search</c> and <c>customer_terms</c>.</summary>
internal sealed class CustomerLists(IDbContextFactory<CustomerDbContext> databases) : ICustomerLists
{
    public async Task<CustomerPage> ListAsync(Guid tenantId, CustomerSearch search, CancellationToken cancellationToken)
    {
        if (!IsPossible(search.EmailKey) || !IsPossible(search.PhoneKey) || !search.Texts.All(StorableText.IsStorable))
        {
            return new CustomerPage([], null); // PostgreSQL refuses even to look for it
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await Filter(db, tenantId, search)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.CustomerId)
            .Take(search.Limit + 1).Select(row => row.Customer!).ToListAsync(cancellationToken);
        var items = rows.Take(search.Limit).Select(row => row.ToCustomer()).ToValueList();
        return new CustomerPage(items, rows.Count > search.Limit ? new CustomerPosition(items[^1].CreatedAt, items[^1].Id) : null);
    }

    public async Task<CustomerSlice> ListAsync(Guid tenantId, CustomerSelection selection, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = db.CustomerSearches
            .Where(row => row.TenantId == tenantId)
            .Where(new CustomerConditions(db, tenantId).Of(selection.Filter));
        long? total = selection.CountsAll ? await rows.LongCountAsync(cancellationToken) : null;
        CustomerOrder[] order = [.. selection.Order.DistinctBy(step => step.Field)];
        var ids = UpdateOrder.Find(db, tenantId, selection) is { } changed
            ? await changed.Skip(selection.Skip).Take(selection.Take).Select(row => row.Id).ToListAsync(cancellationToken)
            : await CustomerStretch.FindIdsAsync(rows, order, selection.Skip, selection.Take, cancellationToken);

        // Who was erased in between is not there any more.
        var found = await db.Customers
            .Where(row => row.TenantId == tenantId && ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        return new CustomerSlice([.. ids.Where(found.ContainsKey).Select(id => found[id].ToCustomer())], total);
    }

    private static IQueryable<CustomerSearchRow> Filter(CustomerDbContext db, Guid tenantId, CustomerSearch search)
    {
        var rows = db.CustomerSearches.Where(row => row.TenantId == tenantId);
        if (search.After is { } after)
        {
            rows = rows.Where(row => row.CreatedAt > after.CreatedAt || (row.CreatedAt == after.CreatedAt && row.CustomerId > after.Id));
        }

        if (search.Texts.Count > 0)
        {
            rows = rows.Where(Condition.Any([.. search.Texts.Select(text =>
                Condition.On<CustomerSearchRow, string?>(row => row.Text, TextTest.Of(TextMatch.Part, SearchText.Fold(text))))]));
        }

        if (search.EmailKey is { } email)
        {
            rows = rows.Where(row => db.CustomerKeys
                .Where(key => key.TenantId == tenantId && key.Kind == CustomerKey.EmailKind && key.Value == email)
                .Select(key => key.CustomerId).Contains(row.CustomerId));
        }

        if (search.PhoneKey is { } phone)
        {
            rows = rows.Where(row => db.CustomerTerms
                .Where(term => term.TenantId == tenantId && term.Field == TermFields.PhoneKey && term.Name == "" && term.Value == phone)
                .Select(term => term.CustomerId).Contains(row.CustomerId));
        }

        return rows;
    }

    private static bool IsPossible(string? key) => key is null || (key.Length <= CustomerKey.MaximumLength && StorableText.IsStorable(key));
}
