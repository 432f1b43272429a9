namespace CustomerUpdate.Core.Customers;

/// <summary>
/// A member of the canonical customer: how it is read from a profile, and how to tell that a change writes it. The one table from which
/// history, the contracts' rights and the rules about one-time passwords are made.
/// </summary>
public sealed class CustomerField
{
    private readonly Func<Profile, object?> read;
    private readonly Func<CustomerChange, bool> isWritten;

    private CustomerField(string name, Func<Profile, object?> read, Func<CustomerChange, bool> isWritten)
    {
        Name = name;
        this.read = read;
        this.isWritten = isWritten;
    }

    /// <summary>All fields, in the canonical order.</summary>
    public static ValueList<CustomerField> All { get; } =
    [
        new("name", profile => profile.Name.Full, change => change.Name.IsPresent),
        new("firstName", profile => profile.Name.First, change => change.FirstName.IsPresent),
        new("lastName", profile => profile.Name.Last, change => change.LastName.IsPresent),
        new("username", profile => profile.Username, change => change.Username.IsPresent),
        new("identifier", profile => profile.Identifier, change => change.Identifier.IsPresent),
        new("email", profile => profile.Email, change => change.Email.IsPresent),
        new("phone", profile => profile.Phone, change => change.Phone.IsPresent),
        new("secondaryPhone", profile => profile.SecondaryPhone, change => change.SecondaryPhone.IsPresent),
        new("emails", profile => profile.Emails.Entries, change => Edits(change, EntryKind.Email)),
        new("phones", profile => profile.Phones.Entries, change => Edits(change, EntryKind.Phone)),
        new("chats", profile => profile.Chats.Entries, change => Edits(change, EntryKind.Chat)),
        new("socialProfiles", profile => profile.SocialProfiles.Entries, change => Edits(change, EntryKind.SocialProfile)),
        new("websites", profile => profile.Websites.Entries, change => Edits(change, EntryKind.Website)),
        new("address", profile => profile.Address, change => change.Address != AddressChange.None),
        new("jobTitle", profile => profile.JobTitle, change => change.JobTitle.IsPresent),
        new("organization", profile => profile.Organization, change => change.Organization.IsPresent),
        new("location", profile => profile.Location, change => change.Location.IsPresent),
        new("background", profile => profile.Background, change => change.Background.IsPresent),
        new("age", profile => profile.Age, change => change.Age.IsPresent),
        new("gender", profile => profile.Gender, change => change.Gender.IsPresent),
        new("photoUrl", profile => profile.PhotoUrl, change => change.PhotoUrl.IsPresent),
        new("photoType", profile => profile.PhotoType, change => change.PhotoType.IsPresent),
        new("tags", profile => profile.Tags, change => change.Tags.IsPresent),
        new("blocked", profile => profile.Blocked, change => change.Blocked.IsPresent),
        new("assigneeId", profile => profile.AssigneeId, change => change.AssigneeId.IsPresent),
        new("lastSeenAt", profile => profile.LastSeenAt, change => change.LastSeenAt.IsPresent),
        new("customAttributes", profile => profile.CustomAttributes, change => !change.CustomAttributes.IsNone),
        new("profileAttributes", profile => profile.ProfileAttributes, change => !change.ProfileAttributes.IsNone),
        new("channels", profile => profile.Channels, change => change.Channels.IsPresent),
        new("consent", profile => profile.Consent, WritesConsent),
        new("verification", profile => profile.Verification, WritesVerification),
        new("archivedAt", profile => profile.ArchivedAt, _ => false),
        new("archivedById", profile => profile.ArchivedById, _ => false),
        new("vendor", profile => profile.Vendor, change => change.Vendor.Values.Any(edit => !edit.IsNone)),
        new("references", profile => profile.References, _ => false),
        new("password", _ => null, change => change.Password.IsPresent), // written, never read
    ];

    /// <summary>The member's name in the canonical customer.</summary>
    public string Name { get; }

    /// <summary>Whether a change writes this field.</summary>
    public bool IsWrittenBy(CustomerChange change) => isWritten(change);

    /// <summary>What differs in this field between two states; bags one level deeper, all else whole.</summary>
    public IEnumerable<FieldChange> Compare(Profile before, Profile after) => (read(before), read(after)) switch
    {
        var (old, now) when Equals(old, now) => [],
        (ValueMap<BagValue> old, ValueMap<BagValue> now) => Members(old, now, value => value),
        (ValueMap<ValueMap<BagValue>> old, ValueMap<ValueMap<BagValue>> now) => Members(old, now, value => value),
        var (old, now) => [new FieldChange($"/{Name}", old, now)],
    };

    private static bool Edits(CustomerChange change, EntryKind kind) => change.Entries.Any(edit => edit.Kind == kind);

    private static bool WritesConsent(CustomerChange change) =>
        change.AcceptedServiceAgreement.IsPresent || change.TosIp.IsPresent || change.Signature.IsPresent || change.OptedOutWhatsappAt.IsPresent;

    private static bool WritesVerification(CustomerChange change) =>
        change.EmailVerified.IsPresent || change.PhoneNumberVerified.IsPresent || change.HasChangedPassword.IsPresent;

    private IEnumerable<FieldChange> Members<T>(ValueMap<T> before, ValueMap<T> after, Func<T, object?> box) =>
        from key in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
        let old = before.TryGetValue(key, out var was) ? box(was) : null
        let now = after.TryGetValue(key, out var became) ? box(became) : null
        where !Equals(old, now)
        select new FieldChange($"/{Name}/{key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}", old, now);
}

/// <summary>One difference between two versions of a customer.</summary>
/// <param name="Field">A JSON Pointer (RFC 6901) into the canonical customer.</param>
/// <param name="Before">The old value; null where there was none.</param>
/// <param name="After">The new value; null where there is none.</param>
public sealed record FieldChange(string Field, object? Before, object? After);
