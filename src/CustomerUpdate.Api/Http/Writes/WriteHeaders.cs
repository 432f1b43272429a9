using System.Text.RegularExpressions;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CustomerUpdate.Api.Http;

/// <summary>What the headers that all writes have in common ask for.</summary>
/// <param name="Precondition">Which version the write is meant for (<c>If-Match</c>).</param>
/// <param name="IsDryRun">Whether it is only looked at what would come of it (<c>Prefer: dry-run</c>).</param>
/// <param name="IdempotencyKey">Under what name it may be sent again (<c>Idempotency-Key</c>); null where it is not to be remembered.</param>
internal sealed partial record WriteHeaders(Precondition Precondition, bool IsDryRun, string? IdempotencyKey)
{
    /// <summary>The header that says which preference was followed (RFC 7240, section 3).</summary>
    public const string PreferenceApplied = "Preference-Applied";

    /// <summary>The preference.</summary>
    public const string DryRun = "dry-run";

    private const string IdempotencyKeyHeader = "Idempotency-Key";
    private const int MaximumKeyLength = 255;

    /// <summary>Reads them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="settings">What its tenant asks of its callers.</param>
    /// <param name="isKeyRead">Whether an idempotency key counts; else it is not looked at.</param>
    /// <returns>Fails with <see cref="FailureKind.HeaderInvalid"/>.</returns>
    public static Result<WriteHeaders> Read(HttpRequest request, TenantSettings settings, bool isKeyRead = true)
    {
        if (ReadPrecondition(request.Headers.IfMatch, settings) is not { } precondition)
        {
            return Invalid(HeaderNames.IfMatch);
        }

        var sent = isKeyRead ? request.Headers[IdempotencyKeyHeader] : StringValues.Empty;
        var key = KeyOf(sent);
        if (sent.Count > 0 && key is null)
        {
            return Invalid(IdempotencyKeyHeader);
        }

        // What is only looked at leaves nothing that could be given again.
        var isDryRun = AsksForDryRun(request);
        return new WriteHeaders(precondition, isDryRun, isDryRun ? null : key);
    }

    /// <summary>Whether a request only asks what would come of it (RFC 7240; the preference is our own).</summary>
    public static bool AsksForDryRun(HttpRequest request) => request.Headers["Prefer"] is { Count: > 0 } sent && sent
        .SelectMany(line => (line ?? "").Split(','))
        .Select(preference => preference.Split(';')[0].Split('=')[0].Trim())
        .Contains(DryRun, StringComparer.OrdinalIgnoreCase);

    /// <summary>The answer, which says so where it was only looked at what would come of it.</summary>
    public static Answer Applied(HttpRequest request, Answer answer) =>
        AsksForDryRun(request) ? answer.With(PreferenceApplied, DryRun) : answer;

    // A tag that is weak or none of ours is no version that anybody has; the comparison is the strong one (RFC 9110, section 8.8.3.2).
    private static Precondition? ReadPrecondition(StringValues sent, TenantSettings settings)
    {
        if (sent.Count == 0)
        {
            return settings.RequireIfMatch ? Precondition.Missing : Precondition.None;
        }

        if (!EntityTagHeaderValue.TryParseStrictList(sent, out var tags))
        {
            return null;
        }

        return tags.Contains(EntityTagHeaderValue.Any)
            ? Precondition.None
            : Precondition.OneOf([.. tags.Where(tag => !tag.IsWeak).Select(EntityTag.VersionOf).OfType<long>()]);
    }

    // Quoted as draft-ietf-httpapi-idempotency-key-header has it, or bare as most clients send it: the same key either way.
    private static string? KeyOf(StringValues sent)
    {
        var key = sent switch
        {
            [['"', .. var quoted, '"']] => Unescaped(quoted),
            [{ } bare] => bare,
            _ => null,
        };
        return key is { Length: > 0 and <= MaximumKeyLength } && key.All(character => character is > ' ' and < '\x7f') ? key : null;
    }

    // What stands between the quotes of a string (RFC 9651, section 3.3.3); null where a quote or a backslash stands there alone.
    private static string? Unescaped(string quoted) => Quotable().IsMatch(quoted) ? Escape().Replace(quoted, "$1") : null;

    private static Failure Invalid(string header) => Failure.Of(FailureKind.HeaderInvalid) with { Header = header };

    [GeneratedRegex("""\A([^"\\]|\\["\\])*\z""")]
    private static partial Regex Quotable();

    [GeneratedRegex("""\\(["\\])""")]
    private static partial Regex Escape();
}
