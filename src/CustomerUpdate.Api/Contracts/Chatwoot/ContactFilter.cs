using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Makes a condition of the conditions of a filter. They are joined in their order; as in SQL, <c>AND</c> binds tighter than <c>OR</c>.</summary>
/// <param name="attributes">The keys of custom attributes that the account has.</param>
/// <param name="today">The day that it is, in UTC.</param>
internal sealed class ContactFilter(IReadOnlySet<string> attributes, DateOnly today)
{
    /// <summary>The most conditions of a filter, and the most values of all of them: the server itself has no limit.</summary>
    public const int MostConditions = 50;

    /// <summary>The most values that the conditions have between them.</summary>
    public const int MostValues = 200;

    private const string And = "AND";
    private const string Or = "OR";

    /// <summary>The keys that can only be custom attributes'.</summary>
    public static IEnumerable<string> AttributeKeys(ValueList<ContactCondition> conditions) => conditions
        .Select(KeyOf).Where(key => ContactFilterKey.Find(key) is null && key.Length > 0).Distinct();

    /// <summary>Whether a filter has more conditions or values than are looked at.</summary>
    public static bool IsTooLong(ValueList<ContactCondition> conditions) =>
        conditions.Count > MostConditions || conditions.Sum(condition => condition.Values.Or([]).Count) > MostValues;

    /// <summary>The condition; every contact fulfils an empty list. Fails with the first thing that is wrong, in the vendor's order.</summary>
    public Result<CustomerFilter> Read(ValueList<ContactCondition> conditions)
    {
        for (var index = 0; index < conditions.Count; index++)
        {
            if (!IsJoined(conditions[index], isLast: index == conditions.Count - 1))
            {
                return ContactFilterErrors.InvalidQueryOperator;
            }
        }

        var alternatives = new List<CustomerFilter>();
        var together = new List<CustomerFilter>();
        foreach (var condition in conditions)
        {
            if (Read(condition).TryFailure(out var read, out var failure))
            {
                return failure;
            }

            together.Add(read);
            if (JoinOf(condition) != And)
            {
                alternatives.Add(new CustomerFilter.Every([.. together]));
                together.Clear();
            }
        }

        return alternatives switch
        {
            [] => CustomerFilter.None,
            [var only] => only,
            _ => new CustomerFilter.Some([.. alternatives]),
        };
    }

    private Result<CustomerFilter> Read(ContactCondition condition)
    {
        var (key, with, values) = (KeyOf(condition), condition.FilterOperator.Or(null) ?? "", condition.Values.Or([]));
        var standard = ContactFilterKey.Find(key);
        if (standard is not null && !standard.Operators.Contains(with))
        {
            return ContactFilterErrors.InvalidOperator(key, standard.Operators);
        }

        if (ContactOperators.TakesValues(with) && values.Count == 0)
        {
            return ContactFilterErrors.InvalidValue(key);
        }

        if (standard is null && !attributes.Contains(key))
        {
            return ContactFilterErrors.InvalidAttribute(key);
        }

        if (standard is null && !ContactOperators.All.Contains(with))
        {
            return ContactFilterErrors.InvalidOperator(key, ContactOperators.All);
        }

        return (standard?.Read(with, values, today) ?? (standard is null ? ContactAttribute.Compare(key, with, values, today) : null)) is { } read
            ? read
            : ContactFilterErrors.InvalidValue(key);
    }

    // The server leaves the first and the last of these to its database, which breaks on them.
    private static bool IsJoined(ContactCondition condition, bool isLast) => JoinOf(condition) switch
    {
        null => isLast,
        And or Or => !isLast,
        _ => false,
    };

    private static string? JoinOf(ContactCondition condition) => condition.QueryOperator.Or(null)?.ToUpperInvariant();

    private static string KeyOf(ContactCondition condition) => condition.AttributeKey.Or(null) ?? "";
}
