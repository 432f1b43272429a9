using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;

namespace CustomerUpdate.Api.Http;

/// <summary>
/// A segment of a path that has an escaped slash. The server decodes all escapes of a path but that one, so <c>a%2Fb</c> (a slash) and
/// <c>a%252Fb</c> (the three characters) look alike afterwards; only the request line tells them apart.
/// </summary>
internal static partial class EscapedSegment
{
    /// <summary>The segment with all escapes decoded.</summary>
    /// <param name="http">The request.</param>
    /// <param name="decoded">The segment as routing shows it.</param>
    public static string Read(HttpContext http, string decoded)
    {
        var path = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];
        var raw = path.Split('/').FirstOrDefault(segment => Decode(Kept(segment)) == decoded);
        return raw is null ? decoded : Decode(raw);
    }

    private static string Kept(string segment) => Slash().Replace(segment, slash => $"%25{slash.Value[1..]}");

    private static string Decode(string segment) => Uri.UnescapeDataString(segment);

    [GeneratedRegex("%2[Ff]", RegexOptions.CultureInvariant)]
    private static partial Regex Slash();
}
