using CustomerUpdate.Api.Storage.Documents;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Reads the history of customers, and goes back in it.</summary>
internal sealed class CustomerHistory(IDbContextFactory<CustomerDbContext> databases) : ICustomerHistory
{
    public async Task<ValueList<CustomerVersion>?> FindVersionsAsync(
        Guid tenantId, Guid customerId, long? before, int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var all = db.CustomerChanges.Where(row => row.TenantId == tenantId && row.CustomerId == customerId);
        var rows = await all.Where(row => before == null || row.Version < before)
            .OrderByDescending(row => row.Version).Take(limit).ToListAsync(cancellationToken);
        return rows.Count > 0 || await all.AnyAsync(cancellationToken)
            ? rows.Select(row => new CustomerVersion(row.Version, row.At, row.Contract, row.KeyId, row.RequestId, row.Changes)).ToValueList()
            : null;
    }

    public async Task<ICustomerChange?> FindRevertAsync(Customer customer, long version, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.CustomerChanges
            .Where(row => row.TenantId == customer.TenantId && row.CustomerId == customer.Id
                && row.Version >= version && row.Version <= customer.Version)
            .OrderByDescending(row => row.Version)
            .Select(row => new Step(row.Version, row.Undo, row.MergedId != null)).ToListAsync(cancellationToken);
        return rows.Count > 0 && rows[^1].Version == version ? Revert(customer, rows[..^1]) : null;
    }

    /// <summary>Undoes versions, the newest first.</summary>
    private static ProfileRewrite Revert(Customer customer, IEnumerable<Step> steps)
    {
        var now = customer.Profile;
        var (state, undos, brought) = (now, new List<string>(), new List<Reference>());
        foreach (var step in steps)
        {
            if (step.IsMerge)
            {
                var merged = UndoJson.Apply(state, undos);
                state = UndoJson.Apply(merged, step.Undo!);
                undos.Clear();
                brought.AddRange(merged.References.Except(state.References));
            }
            else
            {
                undos.Add(step.Undo!);
            }
        }

        state = UndoJson.Apply(state, undos);

        // Applied to whatever is stored by then: a reference that a merge brings along in between stays too.
        var undone = now.References.Except(state.References).Except(brought).ToHashSet();
        return new ProfileRewrite(0, (stored, context) =>
        {
            // Merged in between, the customer's key leads to the survivor, whose state this is not.
            if (context.CustomerId != customer.Id)
            {
                return Failure.Of(FailureKind.NotFound);
            }

            return state with
            {
                References = [.. state.References.Union(stored.References.Where(reference => !undone.Contains(reference)))],
                PasswordHash = stored.PasswordHash,
            };
        });
    }

    /// <summary>One version on the way back.</summary>
    private sealed record Step(long Version, string? Undo, bool IsMerge);
}
