using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>Between Quentli's wire and the shared customer.</summary>
internal static class QuentliMapping
{
    private const string SkipTaxInvoice = "skipTaxInvoice";
    private const string ReplyWithAssistant = "replyWithAssistant";

    /// <summary>The change that an update asks for, of a customer who has been shown.</summary>
    public static ICustomerChange ToUpdate(QuentliData data) => new CoarseChange(ToChange(data), ExceptShown);

    /// <summary>The change that members ask for.</summary>
    public static CustomerChange ToChange(QuentliData data) => new()
    {
        Name = data.Name,
        Email = data.Email,
        Phone = data.PhoneNumber,
        SecondaryPhone = data.SecondaryPhoneNumber,
        Username = data.Username,
        Password = data.Password.Select(password => password!),
        Tags = data.Tags.Select(tags => tags!.OfType<string>().Distinct().ToValueList()),
        AcceptedServiceAgreement = data.AcceptedServiceAgreement,
        TosIp = data.TosIp,
        Signature = data.Signature,
        AssigneeId = data.AssigneeId,
        OptedOutWhatsappAt = data.OptedOutWhatsappAt.Select(time => time is null ? null : QuentliTime.Find(time)),
        HasChangedPassword = data.HasChangedPassword,
        PhoneNumberVerified = data.PhoneNumberVerified,
        EmailVerified = data.EmailVerified,
        CustomAttributes = new BagEdit { MergeText = AttributesOf(data) },
        Vendor = ValueMap<BagEdit>.Of(OwnOf(data) is { IsNone: false } own ? [new(QuentliContract.Name, own)] : []),
    };

    /// <summary>The customer as it is shown.</summary>
    public static QuentliCustomer ToCustomer(Customer customer, Guid organizationId)
    {
        var profile = customer.Profile;
        return new QuentliCustomer
        {
            Id = profile.ReferenceOf(QuentliContract.Name)!, // a customer without one is not found through this contract
            CreatedAt = QuentliTime.Format(customer.CreatedAt),
            UpdatedAt = QuentliTime.Format(customer.UpdatedAt),
            Name = profile.Name.Full,
            Username = profile.Username,
            OrganizationId = organizationId,
            AcceptedServiceAgreement = profile.Consent.AcceptedServiceAgreement,
            SkipTaxInvoice = SkipsTaxInvoice(profile),
            EmailVerified = profile.Verification.EmailVerified,
            PhoneNumberVerified = profile.Verification.PhoneNumberVerified,
            HasChangedPassword = profile.Verification.HasChangedPassword,
            Email = profile.Email,
            PhoneNumber = profile.Phone,
            SecondaryPhoneNumber = profile.SecondaryPhone,
            ArchivedAt = QuentliTime.Format(profile.ArchivedAt),
            ArchivedById = profile.ArchivedById,
            SignatureAcceptedAt = QuentliTime.Format(profile.Consent.SignatureAcceptedAt),
            OptedOutWhatsappAt = QuentliTime.Format(profile.Consent.OptedOutWhatsappAt),
            OptedInWhatsappAt = QuentliTime.Format(profile.Consent.OptedInWhatsappAt),
            StartedWhatsappAt = QuentliTime.Format(profile.Consent.StartedWhatsappAt),
            ReplyWithAssistant = TruthOf(profile, ReplyWithAssistant),
            Metadata = [.. profile.CustomAttributes.Select(pair => new QuentliMetadataEntry(pair.Key, pair.Value.Text))],
            Meta = ValueMap<string>.Of(profile.CustomAttributes.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Text))),
        };
    }

    // Two views of one bag: the list first, then the map, the last of two with one key wins.
    private static ValueMap<string> AttributesOf(QuentliData data) => ValueMap<string>
        .Of((data.Metadata.Or(null) ?? []).Select(entry => KeyValuePair.Create(entry!.Key!, entry.Value!)))
        .SetAll((data.Meta.Or(null) ?? []).Select(pair => KeyValuePair.Create(pair.Key, pair.Value!)));

    // What no other contract knows.
    private static BagEdit OwnOf(QuentliData data)
    {
        var skips = data.SkipTaxInvoice.Select(value => KeyValuePair.Create(SkipTaxInvoice, BagValue.Of(value)));
        var replies = data.ReplyWithAssistant.Or(null);
        var written = ValueMap<BagValue>.Of(skips.IsPresent ? [skips.Value] : []);
        return new BagEdit
        {
            Merge = replies is { } reply ? written.Set(ReplyWithAssistant, BagValue.Of(reply)) : written,
            Remove = data.ReplyWithAssistant.IsPresent && replies is null ? [ReplyWithAssistant] : [],
        };
    }

    // Shown are milliseconds, and a flag that nobody has set as one that is not set.
    private static CustomerChange ExceptShown(CustomerChange change, Profile stored) => change with
    {
        OptedOutWhatsappAt = change.OptedOutWhatsappAt is { IsPresent: true, Value: { } sent } && sent == ShownOf(stored.Consent.OptedOutWhatsappAt)
            ? default
            : change.OptedOutWhatsappAt,
        Vendor = change.Vendor.Find(QuentliContract.Name) is { } own
            ? change.Vendor.Set(QuentliContract.Name, own.ExceptShown(name => ShownOf(stored, name)))
            : change.Vendor,
    };

    private static DateTimeOffset? ShownOf(DateTimeOffset? stored) => stored is { } known ? QuentliTime.Find(QuentliTime.Format(known)) : null;

    private static BagValue ShownOf(Profile stored, string name) => name == SkipTaxInvoice ? BagValue.Of(SkipsTaxInvoice(stored))
        : TruthOf(stored, name) is { } truth ? BagValue.Of(truth)
        : BagValue.Null;

    private static bool SkipsTaxInvoice(Profile profile) => TruthOf(profile, SkipTaxInvoice) ?? false;

    private static bool? TruthOf(Profile profile, string name) =>
        bool.TryParse(profile.VendorValue(QuentliContract.Name, name).Json, out var value) ? value : null;
}
