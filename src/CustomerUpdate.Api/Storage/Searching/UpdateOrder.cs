using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Searching;

namespace CustomerUpdate.Api.Storage.Searching;

/// <summary>
/// The order of the last change. Where nothing else is asked, the customers' own index has it; SQLite would sort all that are searched.
/// </summary>
internal static class UpdateOrder
{
    /// <summary>The customers that are asked for in that order; null where more is asked than when they changed.</summary>
    public static IOrderedQueryable<CustomerRow>? Find(CustomerDbContext db, Guid tenantId, CustomerSelection selection)
    {
        var all = db.Customers.Where(row => row.TenantId == tenantId);
        var asked = selection.Filter switch
        {
            CustomerFilter.Every { Conditions.Count: 0 } => all,
            CustomerFilter.Time { Field: TimeField.UpdatedAt } time =>
                all.Where(Condition.On((CustomerRow row) => row.UpdatedAt, TimeConditions.Test(time.Comparison, time.At))),
            _ => null,
        };
        return (asked, selection.Order) switch
        {
            ({ } rows, [{ Field: SortField.UpdatedAt, IsDescending: true }]) => rows.OrderByDescending(row => row.UpdatedAt).ThenBy(row => row.CreatedAt).ThenBy(row => row.Id),
            ({ } rows, [{ Field: SortField.UpdatedAt }]) => rows.OrderBy(row => row.UpdatedAt).ThenBy(row => row.CreatedAt).ThenBy(row => row.Id),
            _ => null,
        };
    }
}
