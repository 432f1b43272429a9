using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Storage.Documents;

/// <summary>
/// The form in which a <see cref="Profile"/> is stored. A type of its own, so that what is empty can be left out and read back as empty,
/// and so that renaming a member in Core cannot silently lose what is stored. Its members can be set, because System.Text.Json reads those that
/// can only be initialised as if they were a constructor's parameters, which takes twice as long.
/// </summary>
internal sealed record ProfileDocument
{
    public PersonName? Name { get; set; }

    public string? Username { get; set; }

    public string? Identifier { get; set; }

    public EntriesDocument? Emails { get; set; }

    public EntriesDocument? Phones { get; set; }

    public EntriesDocument? Chats { get; set; }

    public EntriesDocument? SocialProfiles { get; set; }

    public EntriesDocument? Websites { get; set; }

    public Address? Address { get; set; }

    public string? JobTitle { get; set; }

    public string? Organization { get; set; }

    public string? Location { get; set; }

    public string? Background { get; set; }

    public string? Age { get; set; }

    public string? Gender { get; set; }

    public string? PhotoUrl { get; set; }

    public string? PhotoType { get; set; }

    public ValueList<string>? Tags { get; set; }

    public bool Blocked { get; set; }

    public string? AssigneeId { get; set; }

    public DateTimeOffset? LastSeenAt { get; set; }

    public ValueMap<BagValue>? CustomAttributes { get; set; }

    public ValueMap<BagValue>? ProfileAttributes { get; set; }

    public ValueMap<BagValue>? Channels { get; set; }

    public Consent? Consent { get; set; }

    public Verification? Verification { get; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public string? ArchivedById { get; set; }

    public ValueMap<ValueMap<BagValue>>? Vendor { get; set; }

    public ValueList<Reference>? References { get; set; }

    public string? PasswordHash { get; set; }
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
