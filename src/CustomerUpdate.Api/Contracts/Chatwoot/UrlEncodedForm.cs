using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Reads the parameters of a query and of an <c>application/x-www-form-urlencoded</c> body.</summary>
internal static partial class UrlEncodedForm
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The parameters as JSON; <see cref="FailureKind.Malformed"/> for broken escapes and for what is not UTF-8.</summary>
    public static Result<JsonObject> Read(ReadOnlySpan<byte> form)
    {
        try
        {
            var text = Utf8.GetString(form);
            return BrokenEscape().IsMatch(text)
                ? Failure.Of(FailureKind.Malformed)
                : RailsParameters.Read(text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Pair));
        }
        catch (DecoderFallbackException)
        {
            return Failure.Of(FailureKind.Malformed);
        }
    }

    private static KeyValuePair<string, string?> Pair(string text) => text.Split('=', 2) is [var name, var value]
        ? new(Decode(name), Decode(value))
        : new(Decode(text), null);

    private static string Decode(string text)
    {
        var bytes = Utf8.GetBytes(text);
        return Utf8.GetString(WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length));
    }

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex BrokenEscape();
}
