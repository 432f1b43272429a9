using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>Between Insighto's wire and the shared customer.</summary>
internal static class InsightoMapping
{
    /// <summary>The contract's name, under which the shared customer keeps what only Insighto knows.</summary>
    public const string Contract = "insighto";

    private const string LastSent = "lastSent";
    private const string FirstAssistantId = "firstAssistantId";
    private const string LastAssistantId = "lastAssistantId";
    private const string FirstWidgetId = "firstWidgetId";
    private const string LastWidgetId = "lastWidgetId";

    /// <summary>The change that an update asks for, of a contact that has been shown.</summary>
    public static ICustomerChange ToUpdate(InsightoRequest request) => new CoarseChange(ToChange(request), ExceptShown);

    /// <summary>The change that members ask for. The three objects replace the stored ones whole.</summary>
    public static CustomerChange ToChange(InsightoRequest request) => new()
    {
        FirstName = request.FirstName,
        LastName = request.LastName,
        Email = request.Email.Select(email => string.IsNullOrWhiteSpace(email) ? null : email),
        Channels = request.Channels.Select(WithoutBlankTelephone),
        ProfileAttributes = Replace(request.UserAttributes),
        CustomAttributes = Replace(request.CustomFields),
        LastSeenAt = request.LastSeen,
        OrganizationId = OrganizationOf(request),
        Vendor = VendorEdits(request),
    };

    /// <summary>The contact as the answer to an update shows it.</summary>
    public static InsightoContact ToContact(Customer customer, Guid organizationId) => new(
        customer.Profile.Name.First,
        customer.Profile.Name.Last,
        customer.Profile.Email,
        customer.Profile.Channels,
        customer.Profile.ProfileAttributes,
        customer.Profile.LastSeenAt,
        VendorTime(customer.Profile, LastSent),
        organizationId,
        VendorUuid(customer.Profile, FirstAssistantId),
        VendorUuid(customer.Profile, LastAssistantId),
        VendorUuid(customer.Profile, FirstWidgetId),
        VendorUuid(customer.Profile, LastWidgetId),
        customer.Profile.CustomAttributes);

    /// <summary>The contact as reading shows it.</summary>
    public static InsightoContact ToItem(Customer customer, Guid organizationId) => ToContact(customer, organizationId) with
    {
        Id = customer.Profile.ReferenceOf(Contract),
        CreatedAt = customer.CreatedAt,
    };

    /// <summary>A page of contacts.</summary>
    public static InsightoContacts ToPage(InsightoPage page, CustomerSlice slice, Guid organizationId) => new(
        [.. slice.Items.Select(customer => ToItem(customer, organizationId))],
        slice.Total ?? 0,
        page.Number,
        page.Size,
        page.PagesOf(slice.Total ?? 0),
        page.Previous,
        page.NextOf(slice.Total ?? 0));

    // To the other contracts a telephone is a phone number, and an empty one is none.
    private static ValueMap<BagValue> WithoutBlankTelephone(ValueMap<BagValue> channels) =>
        channels.Find(Profile.TelephoneChannel) is { IsNull: false } number && !string.IsNullOrWhiteSpace(number.Text)
            ? channels
            : channels.Without(Profile.TelephoneChannel);

    private static BagEdit Replace(Optional<ValueMap<BagValue>> sent) => new() { ReplaceWith = sent.IsPresent ? sent.Value : null };

    // Null is allowed and says nothing: a contact is always some organisation's.
    private static Optional<Guid> OrganizationOf(InsightoRequest request) =>
        request.OrgId is { IsPresent: true, Value: { } organization } ? organization : Optional<Guid>.Absent;

    private static ValueMap<BagEdit> VendorEdits(InsightoRequest request)
    {
        (string Name, Optional<string?> Text)[] members =
        [
            (LastSent, request.LastSent.Select(TextOf)),
            (FirstAssistantId, request.FirstAssistantId.Select(TextOf)),
            (LastAssistantId, request.LastAssistantId.Select(TextOf)),
            (FirstWidgetId, request.FirstWidgetId.Select(TextOf)),
            (LastWidgetId, request.LastWidgetId.Select(TextOf)),
        ];
        var written = members.Where(member => member.Text.IsPresent).ToList();
        var edit = new BagEdit
        {
            Merge = ValueMap<BagValue>.Of(
                from member in written
                where member.Text.Value is not null
                select KeyValuePair.Create(member.Name, BagValue.OfNullable(member.Text.Value))),
            Remove = written.Where(member => member.Text.Value is null).Select(member => member.Name).ToValueList(),
        };
        return edit.IsNone ? ValueMap<BagEdit>.Empty : ValueMap<BagEdit>.Empty.Set(Contract, edit);
    }

    // The hub keeps other spellings of these, and what is none: writing back what was shown for it, null among that, must not take it away.
    private static CustomerChange ExceptShown(CustomerChange change, Profile stored) => change.Vendor.Find(Contract) is { } own
        ? change with { Vendor = change.Vendor.Set(Contract, own.ExceptShown(name => BagValue.OfNullable(ShownText(stored, name)))) }
        : change;

    private static string? ShownText(Profile stored, string name) =>
        name == LastSent ? TextOf(VendorTime(stored, name)) : TextOf(VendorUuid(stored, name));

    private static string? TextOf(DateTimeOffset? time) => time is { } instant ? PydanticDateTime.Write(instant) : null;

    private static string? TextOf(Guid? id) => id is { } uuid ? PydanticUuid.Write(uuid) : null;

    // The hub keeps these as given: what is no UUID, or no time, is not shown here, where one is promised.
    private static Guid? VendorUuid(Profile profile, string name) =>
        PydanticUuid.TryParse(VendorText(profile, name), out var value) ? value : null;

    private static DateTimeOffset? VendorTime(Profile profile, string name) =>
        PydanticDateTime.TryReadText(VendorText(profile, name), out var value, out _) ? value : null;

    private static string VendorText(Profile profile, string name) =>
        profile.VendorValue(Contract, name) is { IsString: true } value ? value.Text : "";
}
