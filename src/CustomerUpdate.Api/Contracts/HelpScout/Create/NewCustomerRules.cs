using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>What is wrong with a customer that is to be made, all of it at once.</summary>
internal static class NewCustomerRules
{
    /// <summary>The most items that a list may have. None is published; ours keeps the work bounded, as it does in updates.</summary>
    public const int MaximumItems = HelpScoutRequestValidator.MaximumOperations;

    /// <summary>The problems.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="definitions">What its tenant says of properties; null where that is not known, and the values of properties are not judged.</param>
    public static ValueList<Problem> Check(HelpScoutNewCustomer customer, PropertyDefinitions? definitions) =>
    [
        .. FieldRules.Check(customer),
        .. customer.Phone.Or(null) is "" ? [] : EntryShapes.Phone.Value.CheckOptional(customer.Phone, "phone"),
        .. CheckItems(customer.Emails, "emails", EntryShapes.Email.Check),
        .. CheckItems(customer.Phones, "phones", EntryShapes.Phone.Check),
        .. CheckItems(customer.Chats, "chats", EntryShapes.Chat.Check),
        .. CheckItems(customer.SocialProfiles, "socialProfiles", EntryShapes.SocialProfile.Check),
        .. CheckItems(customer.Websites, "websites", EntryShapes.Website.Check),
        .. CheckAddress(customer.Address),
        .. CheckItems(customer.Properties, "properties", (property, where) => NewCustomerProperties.Check(property, definitions, where)),
    ];

    private static IEnumerable<Problem> CheckItems<T>(
        Optional<Optional<T?>[]?> list, string name, Func<T, string, IEnumerable<Problem>> check)
        where T : class =>
        list.IsMistyped ? [HelpScoutProblem.WrongType(name, "array of objects", list.Received)]
        : list.Or(null) is not { } items ? []
        : items.Length > MaximumItems ? [HelpScoutProblem.OutOfRange(name, 0, MaximumItems, items.Length)]
        : items.Index().SelectMany(item => Check(item.Item, $"{name}[{item.Index}]", check));

    private static IEnumerable<Problem> Check<T>(Optional<T?> item, string where, Func<T, string, IEnumerable<Problem>> check)
        where T : class =>
        item.IsMistyped ? [HelpScoutProblem.WrongType(where, "object", item.Received)]
        : item.Or(null) is { } sent ? check(sent, where)
        : [HelpScoutProblem.Empty(where)];

    private static IEnumerable<Problem> CheckAddress(Optional<HelpScoutAddressRequest?> address) =>
        address.IsMistyped ? [HelpScoutProblem.WrongType("address", "object", address.Received)]
        : (address.Or(null)?.Check() ?? []).Select(problem => problem with { Path = $"address.{problem.Path}" });
}
