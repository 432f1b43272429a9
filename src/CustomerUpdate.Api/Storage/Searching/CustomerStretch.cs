using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Searching;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage.Searching;

/// <summary>
/// Finds a stretch of customers in an order. Those without a value come last in either direction, which no index offers: so those with one
/// are read first, along its index, and only then, where they are too few, the others.
/// </summary>
internal static class CustomerStretch
{
    /// <summary>The ids of the customers from one place on, at most so many.</summary>
    public static async Task<List<Guid>> FindIdsAsync(
        IQueryable<CustomerSearchRow> rows, IReadOnlyList<CustomerOrder> order, int skip, int take, CancellationToken cancellationToken)
    {
        if (order.Count == 0 || SortColumn.Of(order[0].Field).IsMissing is not { } isMissing)
        {
            return await ReadIdsAsync(rows, order, skip, take, cancellationToken);
        }

        var there = rows.Where(Condition.Not(isMissing));
        var found = await ReadIdsAsync(there, order, skip, take, cancellationToken);
        if (found.Count == take)
        {
            return found;
        }

        var left = found.Count > 0 || skip == 0 ? 0 : skip - await there.CountAsync(cancellationToken);
        var rest = await FindIdsAsync(rows.Where(isMissing), [.. order.Skip(1)], Math.Max(0, left), take - found.Count, cancellationToken);
        return [.. found, .. rest];
    }

    private static Task<List<Guid>> ReadIdsAsync(
        IQueryable<CustomerSearchRow> rows, IReadOnlyList<CustomerOrder> order, int skip, int take, CancellationToken cancellationToken) =>
        Sort(rows, order).Skip(skip).Take(take).Select(row => row.CustomerId).ToListAsync(cancellationToken);

    // Nobody is without a value of the first: they are all there, or it was taken off.
    private static IOrderedQueryable<CustomerSearchRow> Sort(IQueryable<CustomerSearchRow> rows, IReadOnlyList<CustomerOrder> order)
    {
        if (order.Count == 0)
        {
            return rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.CustomerId);
        }

        var sorted = SortColumn.Of(order[0].Field).Sort(rows, order[0].IsDescending);
        foreach (var next in order.Skip(1))
        {
            var column = SortColumn.Of(next.Field);
            sorted = column.Sort(column.IsMissing is { } isMissing ? sorted.ThenBy(isMissing) : sorted, next.IsDescending);
        }

        return (order.Any(step => step.Field == SortField.CreatedAt) ? sorted : sorted.ThenBy(row => row.CreatedAt)).ThenBy(row => row.CustomerId);
    }
}
