using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>A key by which the contacts of every account are filtered.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Operators">How it may be compared.</param>
/// <param name="Read">Makes a condition of an operator and values; null where the values mean nothing.</param>
internal sealed record ContactFilterKey(string Name, ValueList<string> Operators, Func<string, ValueList<string>, DateOnly, CustomerFilter?> Read)
{
    private static readonly ValueList<string> Equality = [ContactOperators.EqualTo, ContactOperators.NotEqualTo];
    private static readonly ValueList<string> OfTexts = [.. Equality, ContactOperators.Contains, ContactOperators.DoesNotContain];
    private static readonly ValueList<string> OfPhones = [.. OfTexts, ContactOperators.StartsWith];
    private static readonly ValueList<string> OfLabels = [.. Equality, ContactOperators.IsPresent, ContactOperators.IsNotPresent];

    private static readonly ValueList<string> OfTimes =
        [ContactOperators.IsGreaterThan, ContactOperators.IsLessThan, ContactOperators.DaysBefore];

    /// <summary>All of them, in the vendor's order, in which a refusal lists them.</summary>
    public static ValueList<ContactFilterKey> All { get; } =
    [
        Text("name", OfTexts, TextField.Name),
        new("phone_number", OfPhones, (with, values, _) => ContactComparisons.Phone(with, values)),
        Text("email", OfTexts, TextField.Email),
        Text("identifier", Equality, TextField.Identifier),
        Text("country_code", Equality, TextField.CountryCode),
        Text("city", OfTexts, TextField.City),
        Text("company", OfTexts, TextField.Company),
        new("labels", OfLabels, (with, values, _) => ContactComparisons.Labels(with, values)),
        new("created_at", OfTimes, (with, values, today) => ContactComparisons.Time(TimeField.CreatedAt, with, values, today)),
        new("last_activity_at", OfTimes, (with, values, today) => ContactComparisons.Time(TimeField.LastSeenAt, with, values, today)),
        new("blocked", Equality, (with, values, _) => ContactComparisons.Blocked(with, values)),
    ];

    /// <summary>The key of that name, or null.</summary>
    public static ContactFilterKey? Find(string name) => All.FirstOrDefault(key => key.Name == name);

    private static ContactFilterKey Text(string name, ValueList<string> operators, TextField field) =>
        new(name, operators, (with, values, _) => ContactComparisons.Text(field, with, values));
}
