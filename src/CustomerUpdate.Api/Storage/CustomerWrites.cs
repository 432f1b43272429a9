using CustomerUpdate.Api.Storage.Commits;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Api.Storage.Searching;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Storage;

/// <summary>The statements that turn one version of a customer into the next.</summary>
internal static class CustomerWrites
{
    /// <summary>
    /// Adds to what the context saves next: the state (guarded by the version that was read), the keys that came and went, and the line
    /// of history. One save is one transaction and one round trip.
    /// </summary>
    public static void UpdateCustomer(this CustomerDbContext db, PreparedUpdate update)
    {
        var (stored, written) = (update.Stored, update.Written);
        db.UpdateState(stored, written);
        db.CustomerKeys.RemoveRange(stored.Profile.Keys.Except(written.Profile.Keys).Select(key => CustomerKeyRow.Of(stored, key)));
        db.CustomerKeys.AddRange(written.Profile.Keys.Except(stored.Profile.Keys).Select(key => CustomerKeyRow.Of(written, key)));
        db.CustomerChanges.Add(CustomerChangeRow.Of(update));
    }

    /// <summary>Adds the state alone, and what it is searched by.</summary>
    public static void UpdateState(this CustomerDbContext db, Customer stored, Customer written)
    {
        var row = CustomerRow.Of(stored);
        var next = CustomerRow.Of(written);
        db.Customers.Attach(row);
        row.Version = next.Version;
        row.Data = next.Data;
        row.UpdatedAt = next.UpdatedAt;
        db.UpdateSearchRows(stored, written);
    }
}
