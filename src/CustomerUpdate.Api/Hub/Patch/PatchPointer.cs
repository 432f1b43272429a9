using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>A JSON Pointer (RFC 6901), taken apart.</summary>
/// <param name="Segments">The names and indexes on the way, outermost first; none for the whole document.</param>
internal sealed partial record PatchPointer(ValueList<string> Segments)
{
    /// <summary>The index of the place behind an array's last item.</summary>
    public const string End = "-";

    /// <summary>Reads a pointer: empty, or each segment behind a slash, in which <c>~1</c> is a slash and <c>~0</c> a tilde.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PatchPointer? pointer)
    {
        pointer = text is not null && Syntax().IsMatch(text)
            ? new PatchPointer(text.Split('/').Skip(1).Select(Unescape).ToValueList())
            : null;
        return pointer is not null;
    }

    /// <summary>Reads an index: digits without a leading zero, and nothing that merely parses as a number.</summary>
    public static bool TryParseIndex(string segment, out int index)
    {
        index = 0;
        return Index().IsMatch(segment) && int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out index);
    }

    /// <summary>Whether this points at something inside of what another points at.</summary>
    public bool IsInside(PatchPointer other) =>
        Segments.Count > other.Segments.Count && Segments.Take(other.Segments.Count).SequenceEqual(other.Segments);

    // The order matters: ~01 is ~1, and no slash.
    private static string Unescape(string segment) =>
        segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    [GeneratedRegex(@"\A(/([^~/]|~[01])*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Syntax();

    [GeneratedRegex(@"\A(0|[1-9][0-9]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Index();
}
