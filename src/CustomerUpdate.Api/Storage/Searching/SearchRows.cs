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
        if (HasOtherRow(stored.Profile, written.Profile))
        {
            db.CustomerSearches.Attach(CustomerSearchRow.Of(stored)).CurrentValues.SetValues(CustomerSearchRow.Of(written));
        }

        var terms = TermChanges.Between(stored, written);
        db.CustomerTerms.RemoveRange(terms.Gone.Concat(terms.Replaced.Select(pair => pair.Old)));
        db.CustomerTerms.AddRange(terms.Come.Concat(terms.Replaced.Select(pair => pair.New)));
    }

    /// <summary>Whether the row by which a customer is searched may differ between two versions. Most updates are spared the folding.</summary>
    public static bool HasOtherRow(Profile before, Profile after) =>
        before.Name != after.Name || before.Emails != after.Emails || before.Phones != after.Phones
        || before.Username != after.Username || before.Identifier != after.Identifier || before.Organization != after.Organization
        || before.LastSeenAt != after.LastSeenAt || before.Blocked != after.Blocked
        || !CapturedAttributes.AreSame(before, after);
}
