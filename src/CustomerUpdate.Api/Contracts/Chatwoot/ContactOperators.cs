using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>The ways to compare in a filter.</summary>
internal static class ContactOperators
{
    public const string EqualTo = "equal_to";
    public const string NotEqualTo = "not_equal_to";
    public const string Contains = "contains";
    public const string DoesNotContain = "does_not_contain";
    public const string IsPresent = "is_present";
    public const string IsNotPresent = "is_not_present";
    public const string IsGreaterThan = "is_greater_than";
    public const string IsLessThan = "is_less_than";
    public const string DaysBefore = "days_before";
    public const string StartsWith = "starts_with";

    /// <summary>All of them: a custom attribute may be compared in any way.</summary>
    public static ValueList<string> All { get; } =
        [EqualTo, NotEqualTo, Contains, DoesNotContain, IsPresent, IsNotPresent, IsGreaterThan, IsLessThan, DaysBefore, StartsWith];

    /// <summary>Whether an operator compares with values.</summary>
    public static bool TakesValues(string with) => with is not (IsPresent or IsNotPresent);
}
