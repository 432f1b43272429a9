namespace CustomerUpdate.Core.Customers;

/// <summary>
/// Makes one profile of two that turned out to be the same person. The survivor keeps what it has and takes what it lacks, a blank text
/// being none; what belongs together (a name, an address, a signature and its time) is taken together, so that nothing is made up of two halves.
/// </summary>
public static class ProfileMerge
{
    /// <summary>The survivor with what the other brings along. Pure.</summary>
    /// <param name="into">The survivor.</param>
    /// <param name="from">The other, whose keys nobody but these two may have.</param>
    /// <param name="nextEntryId">Gives ids for those of the other's entries whose own id is in use; ids in use are passed over.</param>
    public static Profile Merge(Profile into, Profile from, Func<long> nextEntryId)
    {
        var entries = new EntryUnion(into, from, nextEntryId);
        return into with
        {
            Name = IsBlank(into.Name) && !IsBlank(from.Name) ? from.Name : into.Name,
            Username = TextUnion.Unite(into.Username, from.Username),
            Identifier = TextUnion.Unite(into.Identifier, from.Identifier),
            Emails = entries.Unite(EntryKind.Email),
            Phones = entries.Unite(EntryKind.Phone),
            Chats = entries.Unite(EntryKind.Chat),
            SocialProfiles = entries.Unite(EntryKind.SocialProfile),
            Websites = entries.Unite(EntryKind.Website),
            Address = IsBlank(into.Address) && !IsBlank(from.Address) ? from.Address : into.Address,
            JobTitle = TextUnion.Unite(into.JobTitle, from.JobTitle),
            Organization = TextUnion.Unite(into.Organization, from.Organization),
            Location = TextUnion.Unite(into.Location, from.Location),
            Background = TextUnion.Unite(into.Background, from.Background),
            Age = TextUnion.Unite(into.Age, from.Age),
            Gender = TextUnion.Unite(into.Gender, from.Gender),
            PhotoUrl = TextUnion.Unite(into.PhotoUrl, from.PhotoUrl),
            PhotoType = Owner(profile => profile.PhotoUrl, into, from).PhotoType,
            Tags = [.. into.Tags.Union(from.Tags)],
            AssigneeId = TextUnion.Unite(into.AssigneeId, from.AssigneeId),
            LastSeenAt = into.LastSeenAt ?? from.LastSeenAt,
            CustomAttributes = BagUnion.Unite(into.CustomAttributes, from.CustomAttributes),
            ProfileAttributes = BagUnion.Unite(into.ProfileAttributes, from.ProfileAttributes),
            OtherChannels = UniteChannels(into, from),
            Consent = Merge(into.Consent, from.Consent),
            Verification = MergeVerification(into, from),
            Vendor = from.Vendor.SetAll(into.Vendor.Select(own =>
                KeyValuePair.Create(own.Key, BagUnion.UniteLists(own.Value, from.Vendor.Find(own.Key) ?? ValueMap<BagValue>.Empty)))),
            References = [.. into.References.Union(from.References)], // the survivor's own first: those are what contracts show
            PasswordHash = TextUnion.Unite(into.PasswordHash, from.PasswordHash),
        };
    }

    private static bool IsBlank(PersonName name) => AreBlank(name.Full, name.First, name.Last);

    private static bool IsBlank(Address? address) =>
        address is null || AreBlank([.. address.Lines, address.City, address.State, address.PostalCode, address.Country]);

    private static bool AreBlank(params IEnumerable<string?> texts) => texts.All(TextUnion.IsBlank);

    private static ValueMap<BagValue> Unite(ValueMap<BagValue> into, ValueMap<BagValue> from) => from.SetAll(into);

    // The details of a telephone number go with the number.
    private static ValueMap<BagValue> UniteChannels(Profile into, Profile from)
    {
        return Owner(profile => profile.Phone, into, from) == from
            ? Unite(into.OtherChannels.Without(Profile.TelephoneDetails), from.OtherChannels)
            : Unite(into.OtherChannels, from.OtherChannels.Without(Profile.TelephoneDetails));
    }

    // Accepting terms is one act, signing another: neither is put together of two.
    private static Consent Merge(Consent into, Consent from)
    {
        var accepted = from.AcceptedServiceAgreement && !into.AcceptedServiceAgreement ? from : into;
        var signed = TextUnion.IsGap(into.Signature, from.Signature) ? from : into;
        return new Consent
        {
            AcceptedServiceAgreement = accepted.AcceptedServiceAgreement,
            TosIp = TextUnion.Unite(accepted.TosIp, TextUnion.Unite(into.TosIp, from.TosIp)),
            Signature = signed.Signature,
            SignatureAcceptedAt = signed.SignatureAcceptedAt,
            OptedOutWhatsappAt = into.OptedOutWhatsappAt ?? from.OptedOutWhatsappAt,
            OptedInWhatsappAt = into.OptedInWhatsappAt ?? from.OptedInWhatsappAt,
            StartedWhatsappAt = into.StartedWhatsappAt ?? from.StartedWhatsappAt,
        };
    }

    // Whether a value was verified is true of that value: it goes with it.
    private static Verification MergeVerification(Profile into, Profile from) => new()
    {
        EmailVerified = Owner(profile => profile.Email, into, from).Verification.EmailVerified,
        PhoneNumberVerified = Owner(profile => profile.Phone, into, from).Verification.PhoneNumberVerified,
        HasChangedPassword = Owner(profile => profile.PasswordHash, into, from).Verification.HasChangedPassword,
    };

    private static Profile Owner(Func<Profile, string?> text, Profile into, Profile from) => TextUnion.IsGap(text(into), text(from)) ? from : into;
}
