using System.Globalization;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>Reads the query of a list of customers; all that is wrong with it is told at once.</summary>
internal static class CustomerQuery
{
    private const int DefaultLimit = 20;
    private const int MaximumLimit = 100;

    /// <summary>What is asked for. A parameter that is empty asks for nothing.</summary>
    public static Result<CustomerSearch> Parse(IQueryCollection query, Tenant tenant, IPhoneNumberReader phones)
    {
        var problems = new List<Problem>();
        var limit = DefaultLimit;
        if (Find("limit") is { } sentLimit
            && (!int.TryParse(sentLimit, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MaximumLimit))
        {
            problems.Add(new Problem("/limit", "out_of_range", $"must be an integer from 1 to {MaximumLimit}"));
        }

        CustomerPosition? after = null;
        if (Find("cursor") is { } cursor && !CustomerCursor.TryRead(cursor, tenant.Id, out after))
        {
            problems.Add(new Problem("/cursor", "invalid_cursor", "must be what an earlier answer gave as next"));
        }

        return problems.Count > 0 ? Failure.Invalid([.. problems]) : new CustomerSearch(limit)
        {
            After = after,
            Texts = Find("query") is { } text ? TextsOf(text, KeyOf(text)) : [],
            EmailKey = Find("email") is { } email ? EmailAddress.KeyOf(email) : null,
            PhoneKey = Find("phone") is { } phone ? KeyOf(phone) : null,
        };

        string? Find(string name) => query.TryGetValue(name, out var sent) && sent.ToString() is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

        string KeyOf(string phone) => PhoneNumber.KeyOf(WithPlus(phone), tenant.Settings.DefaultRegion, phones);
    }

    // What reads as a number is looked for by its key as well, which the searched texts have beside the number as it was written.
    private static ValueList<string> TextsOf(string text, string key) =>
        PhoneNumber.IsE164(key) && key != text.Trim() ? [text.Trim(), key] : [text.Trim()];

    // In a query a plus that is not escaped is a space: everybody forgets it once.
    private static string WithPlus(string phone) => phone is [' ', >= '1' and <= '9', ..] ? $"+{phone[1..]}" : phone;
}
