using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>An update that has been applied in memory and waits to be written.</summary>
/// <param name="Stored">The state that was read.</param>
/// <param name="Written">The state to write; the same as the one read where the change changes nothing.</param>
/// <param name="Changes">What differs.</param>
/// <param name="Origin">On whose behalf.</param>
internal sealed record PreparedUpdate(Customer Stored, Customer Written, ValueList<FieldChange> Changes, ChangeOrigin Origin)
{
    /// <summary>The challenge that goes with the update, also where the customer then stays as it is; null where none proved it.</summary>
    public OtpChallengeRow? Spent { get; init; }

    /// <summary>Whether there is anything to write.</summary>
    public bool IsNeeded => Written.Version != Stored.Version;

    /// <summary>What the command answers, once it is written.</summary>
    public UpdatedCustomer Outcome => new(Written, Changes) { IsUnchanged = !IsNeeded };

    /// <summary>The next version of a customer, or the same one where the profile is the same.</summary>
    public static PreparedUpdate Of(Customer stored, Profile profile, DateTimeOffset now, ChangeOrigin origin) =>
        profile == stored.Profile ? new PreparedUpdate(stored, stored, [], origin) : Next(stored, profile, now, origin);

    /// <summary>The next version of a customer.</summary>
    public static PreparedUpdate Next(Customer stored, Profile profile, DateTimeOffset now, ChangeOrigin origin)
    {
        var written = stored with
        {
            Version = stored.Version + 1,
            UpdatedAt = now < stored.UpdatedAt ? stored.UpdatedAt : now, // another host's clock may be ahead of ours
            Profile = profile,
        };
        var changes = CustomerField.All.SelectMany(field => field.Compare(stored.Profile, profile)).ToValueList();
        return new PreparedUpdate(stored, written, changes, origin);
    }
}
