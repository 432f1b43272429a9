using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// What the operators of a filter mean for a custom attribute. No account defines what its attributes are, so that they are compared by what
/// the value is: a number with numbers, a day with days, anything else as text.
/// </summary>
internal static class ContactAttribute
{
    /// <summary>The condition; null where the value means nothing. Those who do not have the attribute are among those who are not equal.</summary>
    public static CustomerFilter? Compare(string key, string with, ValueList<string> values, DateOnly today)
    {
        var has = new CustomerFilter.HasAttribute(key);
        return with switch
        {
            ContactOperators.EqualTo or ContactOperators.StartsWith => Is(key, values[0]),
            ContactOperators.NotEqualTo => new CustomerFilter.Not(Is(key, values[0])),
            ContactOperators.Contains => Contains(key, values),
            ContactOperators.DoesNotContain => new CustomerFilter.Every([has, new CustomerFilter.Not(Contains(key, values))]),
            ContactOperators.IsPresent => has,
            ContactOperators.IsNotPresent => new CustomerFilter.Not(has),
            ContactOperators.IsGreaterThan => Stands(key, Comparison.Greater, values[0]),
            ContactOperators.IsLessThan => Stands(key, Comparison.Less, values[0]),
            ContactOperators.DaysBefore =>
                ContactValue.FindDayBefore(today, values[0]) is { } day ? new CustomerFilter.AttributeDay(key, Comparison.Less, day) : null,
            _ => null,
        };
    }

    private static CustomerFilter Is(string key, string value)
    {
        var isText = new CustomerFilter.AttributeText(key, TextMatch.Equal, value);
        return ContactValue.FindNumber(value) is { } number
            ? new CustomerFilter.Some(
            [
                isText,
                new CustomerFilter.Every(
                [
                    new CustomerFilter.AttributeNumber(key, Comparison.GreaterOrEqual, number),
                    new CustomerFilter.AttributeNumber(key, Comparison.LessOrEqual, number),
                ]),
            ])
            : isText;
    }

    private static CustomerFilter.Some Contains(string key, ValueList<string> values) => new(values
        .Select(value => (CustomerFilter)new CustomerFilter.AttributeText(key, TextMatch.Part, value.Trim()))
        .Distinct().ToValueList());

    private static CustomerFilter? Stands(string key, Comparison comparison, string value) =>
        ContactValue.FindNumber(value) is { } number ? new CustomerFilter.AttributeNumber(key, comparison, number)
        : ContactValue.FindDay(value) is { } day ? new CustomerFilter.AttributeDay(key, comparison, day)
        : null;
}
