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
        if (Find("cursor") is { } cursor && !CustomerCursor.TryRead(cursor, out after))
        {
            problems.Add(new Problem("/cursor", "invalid_cursor", "must be what an earlier answer gave as next"));
        }

        return problems.Count > 0 ? Failure.Invalid([.. problems]) : new CustomerSearch(limit)
        {
            After = after,
            Text = Find("query"),
            EmailKey = Find("email") is { } email ? EmailAddress.KeyOf(email) : null,
            PhoneKey = Find("phone") is { } phone ? PhoneNumber.KeyOf(WithPlus(phone), tenant.Settings.DefaultRegion, phones) : null,
        };

        string? Find(string name) => query.TryGetValue(name, out var sent) && sent.ToString() is { Length: > 0 } value ? value : null;
    }

    // In a query a plus that is not escaped is a space: everybody forgets it once.
    private static string WithPlus(string phone) => phone is [' ', >= '1' and <= '9', ..] ? $"+{phone[1..]}" : phone;
}
