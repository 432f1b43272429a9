using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>What can be wrong with a filter or a list, in the vendor's words where it has some. Each is said alone, under <c>error</c>.</summary>
internal static class ContactFilterErrors
{
    /// <summary>Conditions are not joined, or by something else.</summary>
    public static Failure InvalidQueryOperator { get; } = Of("Query operator must be either \"AND\" or \"OR\".");

    /// <summary>There is no list of conditions.</summary>
    public static Failure PayloadMissing { get; } = Of("param is missing or the value is empty: payload");

    /// <summary>More is asked for than is looked at.</summary>
    public static Failure TooLong { get; } =
        Of($"A filter has at most {ContactFilter.MostConditions} conditions and {ContactFilter.MostValues} values, a list at most {ContactFilter.MostValues} labels");

    /// <summary>The key cannot be compared so.</summary>
    public static Failure InvalidOperator(string key, ValueList<string> allowed) =>
        Of($"Invalid operator. The allowed operators for {key} are [{string.Join(',', allowed)}].");

    /// <summary>There is no value, or one that means nothing for the key.</summary>
    public static Failure InvalidValue(string key) => Of($"Invalid value. The values provided for {key} are invalid");

    /// <summary>The key is neither one that every account has, nor a custom attribute's.</summary>
    public static Failure InvalidAttribute(string key) => Of(
        $"Invalid attribute key - [{key}]. The key should be one of [{string.Join(',', ContactFilterKey.All.Select(known => known.Name))}] "
            + "or a custom attribute defined in the account.");

    private static Failure Of(string message) => Failure.Invalid([new Problem(ChatwootErrors.WholeRequest, "invalid", message)]);
}
