using CustomerUpdate.Api.Storage.Commits;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>The statements that turn two customers into one.</summary>
internal static class CustomerMergeWrites
{
    /// <summary>
    /// Adds to what the context saves next: the survivor's new state, the end of the other's row (each guarded by the version that was read),
    /// the other's keys and its id as keys of the survivor, and a line in the history of each.
    /// </summary>
    public static async Task MergeCustomerAsync(
        this CustomerDbContext db, PreparedUpdate merge, Customer from, CancellationToken cancellationToken)
    {
        var (into, survivor) = (merge.Stored, merge.Written);
        await db.MoveAvatarAsync(into, survivor, from, cancellationToken);
        db.UpdateState(into, survivor);
        await db.MoveKeysAsync(merge, from, cancellationToken);
        db.Customers.Remove(CustomerRow.Of(from));
        db.CustomerChanges.Add(CustomerChangeRow.Of(merge, from.Id));
        db.CustomerChanges.Add(LastChangeOf(from, survivor, merge.Origin));
    }

    // Ids of customers that were merged into the other one before are among its keys, and move on with it.
    private static async Task MoveKeysAsync(this CustomerDbContext db, PreparedUpdate merge, Customer from, CancellationToken cancellationToken)
    {
        var (into, survivor) = (merge.Stored, merge.Written);
        var wanted = survivor.Profile.Keys.ToHashSet();
        var arrived = new HashSet<CustomerKey>();
        var others = await db.CustomerKeys.AsTracking()
            .Where(key => key.TenantId == from.TenantId && key.CustomerId == from.Id).ToListAsync(cancellationToken);
        foreach (var key in others)
        {
            var value = new CustomerKey(key.Kind, key.Value);
            if (key.Kind == CustomerKey.IdKind || wanted.Contains(value))
            {
                key.CustomerId = survivor.Id;
                arrived.Add(value);
            }
            else
            {
                db.CustomerKeys.Remove(key);
            }
        }

        var added = wanted.Except(into.Profile.Keys).Except(arrived).Append(CustomerKey.Id(from.Id));
        db.CustomerKeys.AddRange(added.Select(key => CustomerKeyRow.Of(survivor, key)));

        // A blank one, which gave way.
        db.CustomerKeys.RemoveRange(into.Profile.Keys.Except(wanted).Select(key => CustomerKeyRow.Of(into, key)));
    }

    // What its id answers from now on is another customer: one whose id is another.
    private static CustomerChangeRow LastChangeOf(Customer merged, Customer survivor, ChangeOrigin origin) => CustomerChangeRow.Of(
        merged with { Version = merged.Version + 1, UpdatedAt = survivor.UpdatedAt },
        [new FieldChange("/id", merged.Id.ToString(), survivor.Id.ToString())],
        origin);
}
