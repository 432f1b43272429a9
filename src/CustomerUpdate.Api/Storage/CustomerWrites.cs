using CustomerUpdate.Api.Storage.Model;

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
        var row = CustomerRow.Of(stored);
        db.Customers.Attach(row);
        row.Version = written.Version;
        row.Data = written.Profile;
        row.UpdatedAt = written.UpdatedAt;

        db.CustomerKeys.RemoveRange(stored.Profile.Keys.Except(written.Profile.Keys).Select(key => CustomerKeyRow.Of(stored, key)));
        db.CustomerKeys.AddRange(written.Profile.Keys.Except(stored.Profile.Keys).Select(key => CustomerKeyRow.Of(written, key)));
        db.CustomerChanges.Add(CustomerChangeRow.Of(update));
    }
}
