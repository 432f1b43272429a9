using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>Which part of a history is asked for.</summary>
/// <param name="Limit">The most versions.</param>
/// <param name="Before">Only versions below this one; null for all.</param>
internal sealed record HistoryQuery(int Limit, long? Before)
{
    private const int DefaultLimit = 20;
    private const int MaximumLimit = 100;

    /// <summary>Reads the query; all that is wrong with it is reported at once.</summary>
    public static Result<HistoryQuery> Parse(IQueryCollection query)
    {
        var limit = DefaultLimit;
        var problems = new List<Problem>();
        if (query.TryGetValue("limit", out var sentLimit)
            && (!int.TryParse(sentLimit, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MaximumLimit))
        {
            problems.Add(new Problem("/limit", "out_of_range", $"must be an integer from 1 to {MaximumLimit}."));
        }

        long? before = null;
        if (query.TryGetValue("cursor", out var sentCursor) && (before = FindVersion(sentCursor.ToString())) is null)
        {
            problems.Add(new Problem("/cursor", "invalid_cursor", "must be what an earlier answer gave as next."));
        }

        return problems.Count == 0 ? new HistoryQuery(limit, before) : Failure.Invalid(problems.ToValueList());
    }

    /// <summary>The cursor of the page that follows a version. By versions, so that newer ones move nothing.</summary>
    public static string CursorAfter(long version) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(version.ToString(CultureInfo.InvariantCulture)));

    private static long? FindVersion(string cursor) =>
        Base64Url.IsValid(cursor)
        && long.TryParse(
            Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}
