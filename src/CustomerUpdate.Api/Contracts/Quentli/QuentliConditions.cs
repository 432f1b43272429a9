using System.Globalization;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>What one operation on one field of a customer asks: null where there is no such operation, a refusal where its value is none.</summary>
/// <param name="operation">The operation.</param>
/// <param name="value">Its value.</param>
/// <param name="refuse">Tells what the value must be.</param>
internal delegate CustomerFilter? QuentliCondition(string operation, string value, Func<string, CustomerFilter> refuse);

/// <summary>The conditions on customers, a field each.</summary>
internal static class QuentliConditions
{
    /// <summary>The condition that nobody fulfils.</summary>
    public static CustomerFilter Nobody { get; } = new CustomerFilter.Some([]);

    /// <summary>A text is like another.</summary>
    public static QuentliCondition Text(TextField field) => (operation, value, _) => FindMatch(operation) is { } match
        ? new CustomerFilter.Text(field, match, value)
        : null;

    /// <summary>The same for a text that is a key: who is not found by it can be created with it.</summary>
    /// <param name="field">The text.</param>
    /// <param name="keyOf">The key.</param>
    /// <param name="read">What is meant by a value.</param>
    public static QuentliCondition KeyText(TextField field, Func<string, CustomerKey> keyOf, Func<string, string>? read = null) => (operation, sent, refuse) =>
    {
        var value = read?.Invoke(sent) ?? sent;
        return operation == "equals" ? new CustomerFilter.Has(keyOf(value)) : Text(field)(operation, value, refuse);
    };

    /// <summary>A phone number. In a query a plus that is not escaped is a space: everybody forgets it once.</summary>
    public static string WithPlus(string phone) => phone is [' ', >= '1' and <= '9', ..] ? $"+{phone[1..]}" : phone;

    /// <summary>The customer's own id.</summary>
    public static QuentliCondition Id { get; } = (operation, value, _) =>
        operation == "equals" ? new CustomerFilter.Has(CustomerKey.Reference(QuentliContract.Name, value)) : null;

    /// <summary>A point in time lies on a side of another. A date is its first instant, as JavaScript reads it.</summary>
    public static QuentliCondition Time(TimeField field) => (operation, value, refuse) =>
    {
        if (FindComparison(operation) is not { } comparison)
        {
            return null;
        }

        var at = DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero)
            : QuentliTime.Find(value);
        return at is { } instant
            ? new CustomerFilter.Time(field, comparison, instant)
            : refuse("must be an ISO 8601 date, or a date and time with Z or an offset");
    };

    /// <summary>Whether the customer is archived.</summary>
    public static CustomerFilter? Status(string operation, string value, Func<string, CustomerFilter> refuse) => (operation, value.ToUpperInvariant()) switch
    {
        ("equals", "ACTIVE") => new CustomerFilter.Archived(Is: false),
        ("equals", "ARCHIVED") => new CustomerFilter.Archived(Is: true),
        ("equals", _) => refuse("must be active or archived"),
        _ => null,
    };

    /// <summary>Whether the customer has made no payments. None are kept here: nobody has.</summary>
    public static CustomerFilter? NoPayments(string operation, string value, Func<string, CustomerFilter> refuse) => (operation, value) switch
    {
        ("equals", "true") => CustomerFilter.None,
        ("equals", "false") => Nobody,
        ("equals", _) => refuse("must be true or false"),
        _ => null,
    };

    private static TextMatch? FindMatch(string operation) => operation switch
    {
        "equals" => TextMatch.Equal,
        "contains" => TextMatch.Part,
        "startsWith" => TextMatch.Prefix,
        _ => null,
    };

    private static Comparison? FindComparison(string operation) => operation switch
    {
        "gt" => Comparison.Greater,
        "gte" => Comparison.GreaterOrEqual,
        "lt" => Comparison.Less,
        "lte" => Comparison.LessOrEqual,
        _ => null,
    };
}
