using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>The queries for customers by their keys. All of them stay inside one tenant.</summary>
internal static class CustomerQueries
{
    /// <summary>The customer with a key, or null. The id of a customer that was merged into another is a key of that other.</summary>
    public static async Task<Customer?> FindCustomerAsync(
        this CustomerDbContext db, Guid tenantId, CustomerKey key, CancellationToken cancellationToken)
    {
        if (key.Kind == CustomerKey.IdKind && Guid.TryParseExact(key.Value, "D", out var id)
            && await db.Customers.FirstOrDefaultAsync(row => row.TenantId == tenantId && row.Id == id, cancellationToken) is { } own)
        {
            return own.ToCustomer();
        }

        if (!IsPossible(key))
        {
            return null;
        }

        var query =
            from found in db.CustomerKeys
            where found.TenantId == tenantId && found.Kind == key.Kind && found.Value == key.Value
            join row in db.Customers on new { found.TenantId, Id = found.CustomerId } equals new { row.TenantId, row.Id }
            select row;
        return (await query.FirstOrDefaultAsync(cancellationToken))?.ToCustomer();
    }

    /// <summary>The id of the customer with a key, or null; an id is taken at its word.</summary>
    public static async Task<Guid?> FindCustomerIdAsync(
        this CustomerDbContext db, Guid tenantId, CustomerKey key, CancellationToken cancellationToken)
    {
        if (key.Kind == CustomerKey.IdKind)
        {
            return Guid.TryParseExact(key.Value, "D", out var id) ? id : null;
        }

        return IsPossible(key)
            ? (await db.CustomerKeys.FirstOrDefaultAsync(
                row => row.TenantId == tenantId && row.Kind == key.Kind && row.Value == key.Value, cancellationToken))?.CustomerId
            : null;
    }

    /// <summary>Who has which of the given keys; keys that nobody has are not in the answer.</summary>
    public static async Task<Dictionary<CustomerKey, Customer>> FindOwnersAsync(
        this CustomerDbContext db, Guid tenantId, IReadOnlyCollection<CustomerKey> keys, CancellationToken cancellationToken)
    {
        var possible = keys.Where(IsPossible).ToHashSet();
        var kinds = possible.Select(key => key.Kind).Distinct().ToArray();
        var values = possible.Select(key => key.Value).Distinct().ToArray();
        var query =
            from found in db.CustomerKeys
            where found.TenantId == tenantId && kinds.Contains(found.Kind) && values.Contains(found.Value)
            join row in db.Customers on new { found.TenantId, Id = found.CustomerId } equals new { row.TenantId, row.Id }
            select new { Key = found, Row = row };

        // A kind and a value that were asked for, but not with each other, come out of the database too.
        return (await query.ToListAsync(cancellationToken))
            .Select(pair => (Key: new CustomerKey(pair.Key.Kind, pair.Key.Value), pair.Row))
            .Where(pair => possible.Contains(pair.Key))
            .ToDictionary(pair => pair.Key, pair => pair.Row.ToCustomer());
    }

    /// <summary>Which of the given keys somebody has.</summary>
    public static async Task<HashSet<CustomerKey>> FindTakenAsync(
        this CustomerDbContext db, Guid tenantId, IReadOnlyCollection<CustomerKey> keys, CancellationToken cancellationToken)
    {
        var possible = keys.Where(IsPossible).ToHashSet();
        var kinds = possible.Select(key => key.Kind).Distinct().ToArray();
        var values = possible.Select(key => key.Value).Distinct().ToArray();
        var found = await db.CustomerKeys
            .Where(row => row.TenantId == tenantId && kinds.Contains(row.Kind) && values.Contains(row.Value))
            .Select(row => new { row.Kind, row.Value }).ToListAsync(cancellationToken);
        return [.. found.Select(row => new CustomerKey(row.Kind, row.Value)).Where(possible.Contains)];
    }

    /// <summary>Whether anybody can have a key: what no database could hold, nobody has.</summary>
    public static bool IsPossible(CustomerKey key) => key.Value.Length <= CustomerKey.MaximumLength && StorableText.IsStorable(key.Value);
}
