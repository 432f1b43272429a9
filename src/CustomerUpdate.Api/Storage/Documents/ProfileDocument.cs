using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Storage.Documents;

/// <summary>
/// The form in which a <see cref="Profile"/> is stored. A type of its own, so that what is empty can be left out and read back as empty,
/// and so that renaming a member in Core cannot silently lose what is stored.
/// </summary>
internal sealed record ProfileDocument
{
    public PersonName? Name { get; init; }

    public string? Username { get; init; }

    public string? Identifier { get; init; }

    public EntriesDocument? Emails { get; init; }

    public EntriesDocument? Phones { get; init; }

    public EntriesDocument? Chats { get; init; }

    public EntriesDocument? SocialProfiles { get; init; }

    public EntriesDocument? Websites { get; init; }

    public Address? Address { get; init; }

    public string? JobTitle { get; init; }

    public string? Organization { get; init; }

    public string? Location { get; init; }

    public string? Background { get; init; }

    public string? Age { get; init; }

    public string? Gender { get; init; }

    public string? PhotoUrl { get; init; }

    public string? PhotoType { get; init; }

    public ValueList<string>? Tags { get; init; }

    public bool Blocked { get; init; }

    public string? AssigneeId { get; init; }

    public DateTimeOffset? LastSeenAt { get; init; }

    public ValueMap<BagValue>? CustomAttributes { get; init; }

    public ValueMap<BagValue>? ProfileAttributes { get; init; }

    public ValueMap<BagValue>? Channels { get; init; }

    public Consent? Consent { get; init; }

    public Verification? Verification { get; init; }

    public DateTimeOffset? ArchivedAt { get; init; }

    public string? ArchivedById { get; init; }

    public ValueMap<ValueMap<BagValue>>? Vendor { get; init; }

    public ValueList<Reference>? References { get; init; }

    public string? PasswordHash { get; init; }
}

/// <summary>The form in which an <see cref="EntryList"/> is stored.</summary>
internal sealed record EntriesDocument(ValueList<Entry>? Entries, long? PrimaryId, long? SecondaryId)
{
    /// <summary>The list's form; null where the list says nothing.</summary>
    public static EntriesDocument? Of(EntryList list) =>
        list == EntryList.Empty ? null : new EntriesDocument(list.Entries, list.PrimaryId, list.SecondaryId);

    /// <summary>The list.</summary>
    public EntryList ToList() => new() { Entries = Entries ?? [], PrimaryId = PrimaryId, SecondaryId = SecondaryId };
}
