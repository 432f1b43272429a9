using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// What the operators of a filter mean for each kind of key; null where a value means nothing there. As in the vendor's SQL, a contact
/// without a text fulfils no condition on it, a negative one neither.
/// </summary>
internal static class ContactComparisons
{
    private static readonly string[] True = ["true", "t", "yes", "y", "on", "1"];
    private static readonly string[] False = ["false", "f", "no", "n", "off", "0"];

    /// <summary>A text: equality looks at the first value alone, parts at all of them.</summary>
    public static CustomerFilter? Text(TextField field, string with, ValueList<string> values) => with switch
    {
        ContactOperators.EqualTo => Is(field, values[0]),
        ContactOperators.NotEqualTo => Without(field, Is(field, values[0])),
        ContactOperators.Contains => Has(field, values),
        ContactOperators.DoesNotContain => Without(field, Has(field, values)),
        _ => null,
    };

    /// <summary>The phone number: a plus is put before a value that has none, and <c>starts_with</c> is equality, as the server codes it.</summary>
    public static CustomerFilter? Phone(string with, ValueList<string> values) => with switch
    {
        ContactOperators.EqualTo or ContactOperators.StartsWith => Dials(values[0]),
        ContactOperators.NotEqualTo => Without(TextField.Phone, Dials(values[0])),
        _ => Text(TextField.Phone, with, values),
    };

    /// <summary>The labels: those who have none are among those who do not have a certain one.</summary>
    public static CustomerFilter? Labels(string with, ValueList<string> values) => with switch
    {
        ContactOperators.EqualTo => new CustomerFilter.Tagged(values[0]),
        ContactOperators.NotEqualTo => new CustomerFilter.Not(new CustomerFilter.Tagged(values[0])),
        ContactOperators.IsPresent => new CustomerFilter.Tagged(null),
        ContactOperators.IsNotPresent => new CustomerFilter.Not(new CustomerFilter.Tagged(null)),
        _ => null,
    };

    /// <summary>A point in time: whole days are compared, in UTC.</summary>
    public static CustomerFilter? Time(TimeField field, string with, ValueList<string> values, DateOnly today)
    {
        return with switch
        {
            ContactOperators.IsGreaterThan => ContactValue.FindDay(values[0]) is { } day ? After(day) : null,
            ContactOperators.IsLessThan => ContactValue.FindDay(values[0]) is { } day ? Before(day) : null,
            ContactOperators.DaysBefore => ContactValue.FindDayBefore(today, values[0]) is { } day ? Before(day) : null,
            _ => null,
        };

        CustomerFilter Before(DateOnly day) => new CustomerFilter.Time(field, Comparison.Less, ContactValue.Start(day));

        CustomerFilter After(DateOnly day) => day == DateOnly.MaxValue
            ? new CustomerFilter.Some([]) // nothing comes after it
            : new CustomerFilter.Time(field, Comparison.GreaterOrEqual, ContactValue.Start(day.AddDays(1)));
    }

    /// <summary>Whether the contact is blocked, in the spellings that the server's database reads.</summary>
    public static CustomerFilter? Blocked(string with, ValueList<string> values)
    {
        var value = values[0].Trim().ToLowerInvariant();
        var isTrue = True.Contains(value);
        return isTrue || False.Contains(value) ? new CustomerFilter.Blocked(isTrue == (with == ContactOperators.EqualTo)) : null;
    }

    private static CustomerFilter.Text Is(TextField field, string value) => new(field, TextMatch.Equal, value);

    private static CustomerFilter.Some Has(TextField field, ValueList<string> values) =>
        new(values.Select(value => (CustomerFilter)new CustomerFilter.Text(field, TextMatch.Part, value.Trim())).Distinct().ToValueList());

    private static CustomerFilter.Every Without(TextField field, CustomerFilter condition) =>
        new([new CustomerFilter.HasText(field), new CustomerFilter.Not(condition)]);

    // Numbers that other contracts wrote may have no plus: what is shown is found, too.
    private static CustomerFilter Dials(string value) => value.StartsWith('+')
        ? Is(TextField.Phone, value)
        : new CustomerFilter.Some([Is(TextField.Phone, $"+{value}"), Is(TextField.Phone, value)]);
}
