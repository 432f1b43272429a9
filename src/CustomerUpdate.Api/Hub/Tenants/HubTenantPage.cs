using System.Globalization;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub.Tenants;

/// <summary>Which tenants are asked for.</summary>
/// <param name="After">The last tenant of the page before; null for the first page.</param>
/// <param name="Limit">The most tenants to show.</param>
internal sealed record HubTenantPage(Guid? After, int Limit)
{
    /// <summary>The most tenants of a page.</summary>
    public const int MaximumLimit = 200;

    private const int DefaultLimit = 50;

    /// <summary>The page that a query asks for, or what is wrong with it.</summary>
    public static Result<HubTenantPage> Of(IQueryCollection query)
    {
        var limit = query["limit"].ToString();
        var cursor = query["cursor"].ToString();
        var count = int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var sent) ? sent : 0;
        var after = HubAccess.IdOf(cursor);
        ValueList<Problem> problems =
        [
            .. limit.Length > 0 && count is < 1 or > MaximumLimit
                ? [new Problem("/limit", HubRules.InvalidValue, $"This must be a number from 1 to {MaximumLimit}.")]
                : ValueList<Problem>.Empty,
            .. cursor.Length > 0 && after is null
                ? [new Problem("/cursor", HubRules.InvalidValue, "This must be the next of an earlier answer.")]
                : ValueList<Problem>.Empty,
        ];
        return problems.Count == 0 ? new HubTenantPage(after, limit.Length == 0 ? DefaultLimit : count) : Failure.Invalid(problems);
    }
}
