using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Storage.Searching;

/// <summary>The rows that follow from a customer and by which it is searched. They go with the customer's own row.</summary>
internal static class SearchRows
{
    /// <summary>Adds a new customer's rows to what the context saves next.</summary>
    public static void AddSearchRows(this CustomerDbContext db, Customer customer)
    {
        db.CustomerSearches.Add(CustomerSearchRow.Of(customer));
        db.CustomerTerms.AddRange(CustomerTermRow.Of(customer));
    }

    /// <summary>Adds the difference between two versions to what the context saves next: the columns and the terms that changed, if any.</summary>
    public static void UpdateSearchRows(this CustomerDbContext db, Customer stored, Customer written)
    {
        if (Sources(stored.Profile).Equals(Sources(written.Profile)))
        {
            return;
        }

        var row = db.CustomerSearches.Attach(CustomerSearchRow.Of(stored));
        row.CurrentValues.SetValues(CustomerSearchRow.Of(written));

        var (before, after) = (SearchTerm.Of(stored.Profile).ToHashSet(), SearchTerm.Of(written.Profile).ToHashSet());
        db.CustomerTerms.RemoveRange(before.Except(after).Select(term => CustomerTermRow.Of(stored, term)));
        db.CustomerTerms.AddRange(after.Except(before).Select(term => CustomerTermRow.Of(written, term)));
    }

    // All that the rows are made of. Most updates change none of it, and are spared the folding.
    private static (PersonName, EntryList, EntryList, string?, string?, string?, DateTimeOffset?, DateTimeOffset?, bool, ValueList<string>, ValueMap<BagValue>, ValueMap<BagValue>,
        ValueMap<ValueMap<BagValue>>)
        Sources(Profile profile) => (
            profile.Name, profile.Emails, profile.Phones, profile.Username, profile.Identifier, profile.Organization,
            profile.LastSeenAt, profile.ArchivedAt, profile.Blocked, profile.Tags, profile.CustomAttributes, profile.ProfileAttributes, profile.Vendor);
}
