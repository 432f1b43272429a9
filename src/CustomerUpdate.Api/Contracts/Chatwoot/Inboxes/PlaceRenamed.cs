using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Has an inbox call a contact otherwise, because it calls somebody else so now.</summary>
/// <param name="Place">The place as it was.</param>
internal sealed record PlaceRenamed(InboxPlace Place) : ICustomerChange
{
    private readonly string sourceId = $"{Place.SourceId}-{Guid.NewGuid():N}";

    /// <inheritdoc/>
    public int EntryIdsNeeded => 0;

    /// <inheritdoc/>
    public IEnumerable<CustomerField> Fields => CustomerField.All.Where(written => InboxMembership.Writable.Contains(written.Name));

    /// <inheritdoc/>
    public Result<Profile> Apply(Profile stored, ApplyContext context) =>
        ContactInboxes.Write(ContactInboxes.Rename(ContactInboxes.Of(stored), Place, sourceId)).Apply(stored, context);

    /// <summary>The inbox alone: what it called the contact may be an address.</summary>
    public override string ToString() => $"inbox {Place.InboxId}";
}
