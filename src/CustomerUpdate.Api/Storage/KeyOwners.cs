using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Storage;

/// <summary>
/// Applies a change with the owners of the keys it touches. Which keys those are shows only when it is applied: it is applied, the owners
/// of what it would take are looked up, and where there are any it is applied again. This gives the words for "taken", and keeps a number
/// of somebody else's from being made a primary; what makes keys unique is the table's primary key.
/// </summary>
internal static class KeyOwners
{
    /// <summary>The profile after a change, or why there cannot be one.</summary>
    public static async Task<Result<Profile>> ApplyWithOwnersAsync(
        this CustomerDbContext db,
        Customer stored,
        Func<IReadOnlyDictionary<CustomerKey, Customer>, Result<Profile>> apply,
        CancellationToken cancellationToken)
    {
        var owners = new Dictionary<CustomerKey, Customer>();
        var asked = stored.Profile.Keys.ToHashSet();
        while (true)
        {
            var applied = apply(owners);
            if (applied.TryFailure(out var written, out _))
            {
                return applied;
            }

            var unknown = written.Keys.Where(asked.Add).ToList();
            if (unknown.Count == 0)
            {
                return applied;
            }

            // The customer itself has one of them where somebody else has just written it: then ours is a lost race, not a taken key.
            var found = await db.FindOwnersAsync(stored.TenantId, unknown, cancellationToken);
            var others = found.Where(pair => pair.Value.Id != stored.Id).ToList();
            if (others.Count == 0)
            {
                return applied;
            }

            others.ForEach(pair => owners.Add(pair.Key, pair.Value));
        }
    }
}
