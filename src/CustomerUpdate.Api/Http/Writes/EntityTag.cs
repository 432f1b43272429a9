using System.Globalization;
using System.Text.RegularExpressions;
using CustomerUpdate.Core.Customers;
using Microsoft.Net.Http.Headers;

namespace CustomerUpdate.Api.Http;

/// <summary>
/// Strong tags of customers (RFC 9110, section 8.8.3): the version, and the lens through which it is shown, since two lenses never show
/// the same bytes.
/// </summary>
internal static partial class EntityTag
{
    /// <summary>The tag of a version of a customer as a contract shows it.</summary>
    public static string Of(Customer customer, string lens) => string.Create(CultureInfo.InvariantCulture, $"\"{customer.Version}-{lens}\"");

    /// <summary>The version that a tag names; null for a tag that is none of ours, which is written as <see cref="Of"/> writes it.</summary>
    public static long? VersionOf(EntityTagHeaderValue tag) =>
        Written().Match(tag.Tag.ToString()) is { Success: true } parts
        && long.TryParse(parts.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;

    /// <summary>
    /// The answer to a read with its tag; 304 without a body where the caller says that it has just that (RFC 9110, section 13.1.2). What is
    /// no customer has no tag.
    /// </summary>
    public static Answer Tagged(this Answer shown, HttpRequest request, Customer customer, string lens)
    {
        if (shown.Status != StatusCodes.Status200OK)
        {
            return shown;
        }

        var tag = new EntityTagHeaderValue(Of(customer, lens));
        var known = EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var sent) ? sent : [];
        var answer = known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false))
            ? shown with { Status = StatusCodes.Status304NotModified, ContentType = null, Body = default }
            : shown;
        return answer.With("ETag", tag.ToString());
    }

    [GeneratedRegex("""\A"([1-9][0-9]*)-[a-z]+"\z""")]
    private static partial Regex Written();
}
