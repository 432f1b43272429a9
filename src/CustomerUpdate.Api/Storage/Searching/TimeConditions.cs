using System.Linq.Expressions;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Searching;

namespace CustomerUpdate.Api.Storage.Searching;

/// <summary>Conditions on the points in time by which customers are searched.</summary>
internal sealed class TimeConditions(CustomerDbContext db, Guid tenantId)
{
    /// <summary>A point in time lies on a side of another.</summary>
    public Expression<Func<CustomerSearchRow, bool>> Of(TimeField field, Comparison comparison, DateTimeOffset at) => field switch
    {
        TimeField.CreatedAt => Condition.On((CustomerSearchRow row) => row.CreatedAt, Test(comparison, at)),
        TimeField.UpdatedAt => OfCustomer(Condition.On((CustomerRow row) => row.UpdatedAt, Test(comparison, at))),
        TimeField.LastSeenAt => Condition.All(
        [
            row => row.LastSeenAt != null,
            Condition.On((CustomerSearchRow row) => row.LastSeenAt!.Value, Test(comparison, at)),
        ]),
    };

    /// <summary>Whether a stored point in time lies on a side of another.</summary>
    // What is stored are whole microseconds. A time between two of them has the same ones before it as the next whole one has.
    public static Expression<Func<DateTimeOffset, bool>> Test(Comparison comparison, DateTimeOffset at)
    {
        var floor = at.ToUtcMicroseconds();
        var ceiling = floor == at || floor > DateTimeOffset.MaxValue.AddMicroseconds(-1) ? floor : floor.AddMicroseconds(1);
        return comparison switch
        {
            Comparison.Less => time => time < ceiling,
            Comparison.LessOrEqual => time => time <= floor,
            Comparison.Greater => time => time > floor,
            Comparison.GreaterOrEqual => time => time >= ceiling,
        };
    }

    // IN and not a join: SQLite then starts from the customers, where they are few.
    private Expression<Func<CustomerSearchRow, bool>> OfCustomer(Expression<Func<CustomerRow, bool>> test)
    {
        var found = db.Customers.Where(row => row.TenantId == tenantId).Where(test).Select(row => row.Id);
        return row => found.Contains(row.CustomerId);
    }
}
