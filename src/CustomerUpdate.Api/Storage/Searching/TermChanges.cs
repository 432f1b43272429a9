using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Storage.Searching;

/// <summary>What becomes of a customer's terms between two versions.</summary>
/// <param name="Gone">Those that are no longer.</param>
/// <param name="Come">Those that are new.</param>
/// <param name="Replaced">The values that took another's place, an attribute's new value that of its old one: a row that can be updated.</param>
internal sealed record TermChanges(
    IReadOnlyList<CustomerTermRow> Gone, IReadOnlyList<CustomerTermRow> Come, IReadOnlyList<(CustomerTermRow Old, CustomerTermRow New)> Replaced)
{
    private static readonly TermChanges None = new([], [], []);

    /// <summary>The changes between two versions of a customer.</summary>
    public static TermChanges Between(Customer stored, Customer written)
    {
        if (!MayDiffer(stored.Profile, written.Profile))
        {
            return None;
        }

        var (before, after) = (SearchTerm.Of(stored.Profile).ToHashSet(), SearchTerm.Of(written.Profile).ToHashSet());
        var gone = before.Except(after).ToLookup(term => (term.Field, term.Name), term => CustomerTermRow.Of(stored, term));
        var come = after.Except(before).ToLookup(term => (term.Field, term.Name), term => CustomerTermRow.Of(written, term));
        var replaced = gone.Select(group => group.Key).Where(key => gone[key].Count() == 1 && come[key].Count() == 1).ToHashSet();
        return new TermChanges(
            [.. gone.Where(group => !replaced.Contains(group.Key)).SelectMany(group => group)],
            [.. come.Where(group => !replaced.Contains(group.Key)).SelectMany(group => group)],
            [.. replaced.Select(key => (gone[key].Single(), come[key].Single()))]);
    }

    // All that terms are made of. Most updates change none of it, and are spared the folding.
    private static bool MayDiffer(Profile before, Profile after) =>
        before.Emails != after.Emails || before.Phones != after.Phones || !before.Tags.Equals(after.Tags) || before.ArchivedAt != after.ArchivedAt
        || !before.CustomAttributes.Equals(after.CustomAttributes) || !before.Vendor.Equals(after.Vendor);
}
