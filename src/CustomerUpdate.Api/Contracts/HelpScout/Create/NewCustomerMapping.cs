using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>From a valid new customer to the change of an empty profile that makes it.</summary>
internal static class NewCustomerMapping
{
    /// <summary>The change.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="definitions">What its tenant says of properties.</param>
    public static CustomerChange ToChange(HelpScoutNewCustomer customer, PropertyDefinitions definitions) => FieldRules.Write(CustomerChange.None, customer) with
    {
        Entries =
        [
            .. Entries(customer.Emails, EntryShapes.Email),
            .. Entries(customer.Phones, EntryShapes.Phone),
            .. SinglePhone(customer),
            .. Entries(customer.Chats, EntryShapes.Chat),
            .. Entries(customer.SocialProfiles, EntryShapes.SocialProfile),
            .. Sent(customer.Websites).Select(EntryShapes.Website.ToAppend),
        ],
        Address = customer.Address.Or(null) is { } address ? new AddressChange { Whole = address.ToAddress() } : AddressChange.None,
        CustomAttributes = PropertyPatch.ToEdit(NewCustomerProperties.ToOperations(customer), definitions),
    };

    private static IEnumerable<EntryEdit> Entries(Optional<Optional<HelpScoutTypedEntryRequest?>[]?> list, EntryShape shape) => Sent(list).Select(shape.ToAppend);

    // Clients repeat the first of the phone numbers here. It comes without a type.
    private static IEnumerable<EntryEdit> SinglePhone(HelpScoutNewCustomer customer) =>
        customer.Phone.Or(null) is { Length: > 0 } phone && Sent(customer.Phones).All(entry => entry.Value.Value != phone)
            ? [new EntryEdit.Append(EntryKind.Phone, null, phone)]
            : [];

    private static IEnumerable<T> Sent<T>(Optional<Optional<T?>[]?> list)
        where T : class => (list.Or(null) ?? []).Select(item => item.Value!);
}
