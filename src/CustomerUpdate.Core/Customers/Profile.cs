namespace CustomerUpdate.Core.Customers;

/// <summary>
/// All that is known of a person: the one state behind the five contracts. Immutable; two profiles that say the same are equal. Text is
/// kept as it was written. What a member means is in docs/mapping.md.
/// </summary>
public sealed record Profile
{
    /// <summary>The key of a phone number inside <see cref="Channels"/>.</summary>
    public const string TelephoneChannel = "telephone";

    /// <summary>The keys inside <see cref="Channels"/> that spell out the parts of the telephone number.</summary>
    internal static readonly string[] TelephoneDetails = ["national_number", "country_code", "dial_code"];

    /// <summary>Whole, first and last name.</summary>
    public PersonName Name { get; init; } = PersonName.None;

    /// <summary>Login name; unique in a tenant.</summary>
    public string? Username { get; init; }

    /// <summary>An outside system's identifier; unique in a tenant.</summary>
    public string? Identifier { get; init; }

    /// <summary>E-mail addresses; each unique in a tenant.</summary>
    public EntryList Emails { get; init; } = EntryList.Empty;

    /// <summary>Phone numbers; the primary one unique in a tenant.</summary>
    public EntryList Phones { get; init; } = EntryList.Empty;

    /// <summary>Chat handles.</summary>
    public EntryList Chats { get; init; } = EntryList.Empty;

    /// <summary>Social profiles.</summary>
    public EntryList SocialProfiles { get; init; } = EntryList.Empty;

    /// <summary>Websites.</summary>
    public EntryList Websites { get; init; } = EntryList.Empty;

    /// <summary>Postal address.</summary>
    public Address? Address { get; init; }

    /// <summary>Job title.</summary>
    public string? JobTitle { get; init; }

    /// <summary>Organisation, as free text.</summary>
    public string? Organization { get; init; }

    /// <summary>Location, as free text.</summary>
    public string? Location { get; init; }

    /// <summary>Notes.</summary>
    public string? Background { get; init; }

    /// <summary>Age, as free text: ranges occur.</summary>
    public string? Age { get; init; }

    /// <summary>Gender.</summary>
    public string? Gender { get; init; }

    /// <summary>Where a picture of the person is.</summary>
    public string? PhotoUrl { get; init; }

    /// <summary>Where the picture came from.</summary>
    public string? PhotoType { get; init; }

    /// <summary>Tags or labels.</summary>
    public ValueList<string> Tags { get; init; } = [];

    /// <summary>Blocked from writing to us.</summary>
    public bool Blocked { get; init; }

    /// <summary>The member of staff responsible; kept as given.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>When the person was last active.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>Attributes that an operator defined.</summary>
    public ValueMap<BagValue> CustomAttributes { get; init; } = ValueMap<BagValue>.Empty;

    /// <summary>Attributes that were captured of a visitor.</summary>
    public ValueMap<BagValue> ProfileAttributes { get; init; } = ValueMap<BagValue>.Empty;

    /// <summary>Ways to reach the person, without the telephone, which is the primary phone number.</summary>
    public ValueMap<BagValue> OtherChannels { get; init; } = ValueMap<BagValue>.Empty;

    /// <summary>What the person agreed to.</summary>
    public Consent Consent { get; init; } = Consent.None;

    /// <summary>What has been verified.</summary>
    public Verification Verification { get; init; } = Verification.None;

    /// <summary>When the customer was archived.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>Who archived the customer.</summary>
    public string? ArchivedById { get; init; }

    /// <summary>What one contract only knows, under that contract's name.</summary>
    public ValueMap<ValueMap<BagValue>> Vendor { get; init; } = ValueMap<ValueMap<BagValue>>.Empty;

    /// <summary>What each contract calls this customer; unique in a tenant. A contract may have several, or none.</summary>
    public ValueList<Reference> References { get; init; } = [];

    /// <summary>The hash of the password, which no contract ever shows.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>The primary e-mail address.</summary>
    public string? Email => Emails.Primary?.Value;

    /// <summary>The primary phone number.</summary>
    public string? Phone => Phones.Primary?.Value;

    /// <summary>The second phone number.</summary>
    public string? SecondaryPhone => Phones.Secondary?.Value;

    /// <summary>Ways to reach the person, the telephone among them.</summary>
    public ValueMap<BagValue> Channels =>
        Phone is { } phone ? OtherChannels.Set(TelephoneChannel, BagValue.Of(phone)) : OtherChannels;

    /// <summary>The keys by which this customer is found and of which nobody else in the tenant may have one.</summary>
    public IEnumerable<CustomerKey> Keys =>
        Emails.Entries.Select(entry => new CustomerKey(CustomerKey.EmailKind, entry.Key ?? ""))
            .Append(new CustomerKey(CustomerKey.PhoneKind, Phones.Primary?.Key ?? ""))
            .Append(new CustomerKey(CustomerKey.UsernameKind, Username ?? ""))
            .Append(new CustomerKey(CustomerKey.IdentifierKind, Identifier ?? ""))
            .Concat(References.Select(reference => CustomerKey.Reference(reference.Contract, reference.Value)))
            .Where(key => key.Value.Length > 0)
            .Distinct();

    /// <summary>Whether all that keys are made of is the same as in another profile, and so are the keys. Quicker to tell than by the keys themselves.</summary>
    public bool HasTheKeysOf(Profile other) =>
        Username == other.Username && Identifier == other.Identifier && Emails == other.Emails && Phones == other.Phones
        && References.Equals(other.References);

    /// <summary>What a contract calls this customer: its first reference, or null.</summary>
    public string? ReferenceOf(string contract) => References.FirstOrDefault(reference => reference.Contract == contract)?.Value;

    /// <summary>A value that only one contract knows; <see cref="BagValue.Null"/> where there is none.</summary>
    public BagValue VendorValue(string contract, string name) =>
        Vendor.Find(contract)?.Find(name) ?? BagValue.Null;

    /// <summary>The entries of all five lists.</summary>
    public IEnumerable<Entry> Entries => Enum.GetValues<EntryKind>().SelectMany(kind => List(kind).Entries);

    /// <summary>One of the five lists.</summary>
    public EntryList List(EntryKind kind) => kind switch
    {
        EntryKind.Email => Emails,
        EntryKind.Phone => Phones,
        EntryKind.Chat => Chats,
        EntryKind.SocialProfile => SocialProfiles,
        EntryKind.Website => Websites,
    };

    /// <summary>The same with one of the five lists replaced.</summary>
    public Profile With(EntryKind kind, EntryList list) => kind switch
    {
        EntryKind.Email => this with { Emails = list },
        EntryKind.Phone => this with { Phones = list },
        EntryKind.Chat => this with { Chats = list },
        EntryKind.SocialProfile => this with { SocialProfiles = list },
        EntryKind.Website => this with { Websites = list },
    };
}
