using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Customers;

/// <summary>Applies changes to profiles. Pure: the same arguments give the same answer, and nothing is written.</summary>
public static class ChangeApplication
{
    /// <summary>The profile after a change, or why there cannot be one: all or nothing.</summary>
    /// <returns>
    /// A profile equal to <paramref name="stored"/> where the change changes nothing. Failures: <see cref="FailureKind.Forbidden"/>,
    /// <see cref="FailureKind.EntryNotFound"/>, <see cref="FailureKind.Invalid"/> and <see cref="FailureKind.Taken"/>.
    /// </returns>
    public static Result<Profile> Apply(this Profile stored, CustomerChange change, ApplyContext context)
    {
        if (change.OrganizationId.IsPresent && change.OrganizationId.Value != context.Tenant.OrganizationId)
        {
            return Failure.Of(FailureKind.Forbidden);
        }

        if (EntryEdits.Apply(stored, change.Entries, context).TryFailure(out var edited, out var failure))
        {
            return failure;
        }

        return UniqueKeys.Check(stored, edited.Write(stored, change, context), context);
    }

    /// <summary>
    /// A profile whose lists have been edited, with all else that a change says. Whether its keys are free is the caller's to check, and so
    /// is whether the change may be made at all.
    /// </summary>
    /// <param name="edited">The stored profile with its lists edited.</param>
    /// <param name="stored">The profile as it was stored.</param>
    /// <param name="change">The change; its edits of entries and its organisation are not looked at.</param>
    /// <param name="context">What applying needs to know.</param>
    public static Profile Write(this Profile edited, Profile stored, CustomerChange change, ApplyContext context) => edited
        .WriteScalars(change)
        .WriteContactPoints(change, context)
        .DropStaleTelephoneDetails(stored, change)
        .WriteBags(change)
        .WriteConsent(change, context.Now)
        .WritePassword(change, context.Passwords);

    private static Profile WriteScalars(this Profile stored, CustomerChange change) => stored with
    {
        Name = stored.Name.Write(change.Name, change.FirstName, change.LastName),
        Username = change.Username.Or(stored.Username),
        Identifier = change.Identifier.Or(stored.Identifier),
        Address = change.Address.Apply(stored.Address),
        JobTitle = change.JobTitle.Or(stored.JobTitle),
        Organization = change.Organization.Or(stored.Organization),
        Location = change.Location.Or(stored.Location),
        Background = change.Background.Or(stored.Background),
        Age = change.Age.Or(stored.Age),
        Gender = change.Gender.Or(stored.Gender),
        PhotoUrl = change.PhotoUrl.Or(stored.PhotoUrl),
        PhotoType = change.PhotoType.Or(stored.PhotoType),
        Tags = change.Tags.Or(stored.Tags),
        Blocked = change.Blocked.Or(stored.Blocked),
        AssigneeId = change.AssigneeId.Or(stored.AssigneeId),
        LastSeenAt = change.LastSeenAt.Or(stored.LastSeenAt),
    };

    private static Profile WriteContactPoints(this Profile stored, CustomerChange change, ApplyContext context)
    {
        var channels = change.Channels.Or(stored.OtherChannels);
        var telephone = change.Channels.Select(sent => sent.Find(Profile.TelephoneChannel) is { IsNull: false } value ? value.Text : null);
        var emails = change.Email.IsPresent
            ? stored.Emails.Write(EntryRole.Primary, change.Email.Value, EmailAddress.KeyOf, context.NextEntryIdFor(stored))
            : stored.Emails;
        var phones = stored.Phones
            .Write(EntryRole.Primary, change.Phone.IsPresent ? change.Phone : telephone, context, stored)
            .Write(EntryRole.Secondary, change.SecondaryPhone, context, stored);
        return stored with { Emails = emails, Phones = phones, OtherChannels = channels.Without(Profile.TelephoneChannel) };
    }

    private static EntryList Write(this EntryList phones, EntryRole role, Optional<string?> text, ApplyContext context, Profile stored) =>
        text.IsPresent ? phones.Write(role, text.Value, context.PhoneKey, context.NextEntryIdFor(stored)) : phones;

    // They spell out the number that the channels held; beside another number they would be wrong.
    private static Profile DropStaleTelephoneDetails(this Profile written, Profile stored, CustomerChange change)
    {
        var stale = change.Channels.IsAbsent && written.Phones.Primary?.Key != stored.Phones.Primary?.Key;
        return stale ? written with { OtherChannels = written.OtherChannels.Without(Profile.TelephoneDetails) } : written;
    }

    private static Profile WriteBags(this Profile stored, CustomerChange change) => stored with
    {
        CustomAttributes = change.CustomAttributes.Apply(stored.CustomAttributes),
        ProfileAttributes = change.ProfileAttributes.Apply(stored.ProfileAttributes),
        Vendor = change.Vendor.Aggregate(stored.Vendor, WriteVendor),
    };

    // A bag without members and no bag say the same: neither may take the place of the other, which would look like a change.
    private static ValueMap<ValueMap<BagValue>> WriteVendor(ValueMap<ValueMap<BagValue>> vendor, KeyValuePair<string, BagEdit> edit)
    {
        var stored = vendor.Find(edit.Key) ?? ValueMap<BagValue>.Empty;
        var written = edit.Value.Apply(stored);
        return written.Equals(stored) ? vendor : written.Count == 0 ? vendor.Without(edit.Key) : vendor.Set(edit.Key, written);
    }

    private static Profile WriteConsent(this Profile stored, CustomerChange change, DateTimeOffset now)
    {
        var signature = change.Signature.Or(stored.Consent.Signature);
        var signedAt = signature == stored.Consent.Signature ? stored.Consent.SignatureAcceptedAt : signature is null ? null : (DateTimeOffset?)now;
        return stored with
        {
            Consent = stored.Consent with
            {
                AcceptedServiceAgreement = change.AcceptedServiceAgreement.Or(stored.Consent.AcceptedServiceAgreement),
                TosIp = change.TosIp.Or(stored.Consent.TosIp),
                Signature = signature,
                SignatureAcceptedAt = signedAt,
                OptedOutWhatsappAt = change.OptedOutWhatsappAt.Or(stored.Consent.OptedOutWhatsappAt),
            },
            Verification = new Verification
            {
                EmailVerified = change.EmailVerified.Or(stored.Verification.EmailVerified),
                PhoneNumberVerified = change.PhoneNumberVerified.Or(stored.Verification.PhoneNumberVerified),
                HasChangedPassword = change.HasChangedPassword.Or(stored.Verification.HasChangedPassword),
            },
        };
    }

    private static Profile WritePassword(this Profile stored, CustomerChange change, IPasswordHashes passwords)
    {
        var unchanged = change.Password.IsAbsent
            || (stored.PasswordHash is { } hash && passwords.Matches(hash, change.Password.Value));
        return unchanged ? stored : stored with { PasswordHash = passwords.Hash(change.Password.Value) };
    }
}
