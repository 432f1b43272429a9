using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>
/// UUIDs as Pydantic reads them: with or without dashes, in either case, and with dashes also in braces or after <c>urn:uuid:</c>.
/// <see cref="Guid.Parse(string)"/> takes other forms and refuses the last one.
/// </summary>
internal static partial class PydanticUuid
{
    private const string UrnPrefix = "urn:uuid:";
    private const string Dashed = "(?<digits>[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})";

    private const int DashedLength = 36;
    private const int LastGroupStart = 24;

    private static readonly SearchValues<char> DigitsAndDash = SearchValues.Create("0123456789ABCDEFabcdef-");

    private static readonly int[] GroupLengths = [8, 4, 4, 4, 12];

    /// <summary>Reads a UUID.</summary>
    public static bool TryParse(string text, out Guid value)
    {
        var form = Form().Match(text);
        value = form.Success ? Guid.Parse(form.Groups["digits"].Value, CultureInfo.InvariantCulture) : Guid.Empty;
        return form.Success;
    }

    /// <summary>The text of a UUID as it is answered: lower case with dashes.</summary>
    public static string Write(Guid value) => value.ToString("D");

    /// <summary>What is wrong with a value that is no UUID.</summary>
    public static PydanticError ErrorOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? ErrorOf(value.GetString()!) : PydanticError.UuidType;

    /// <summary>What is wrong with a text that is no UUID: the first of a character, the number of groups, and a group's length.</summary>
    public static PydanticError ErrorOf(string text) => PydanticError.UuidParsing(ReasonFor(text));

    private static string ReasonFor(string text)
    {
        var (start, body) = Unwrap(text);
        if (body.AsSpan().IndexOfAnyExcept(DigitsAndDash) is >= 0 and var foreign)
        {
            // What is in braces or behind the prefix is counted from its own start where it is as long as a UUID, else from the text's.
            var first = body.Length == DashedLength ? 1 : start + 1;
            Rune.DecodeFromUtf16(body.AsSpan(foreign), out var character, out _);
            return $"invalid character: found `{character}` at {first + foreign}";
        }

        var groups = body.Split('-');
        if (groups.Length == 1 && start == 0)
        {
            return $"invalid length: expected length 32 for simple format, found {text.Length}";
        }

        if (groups.Length != GroupLengths.Length)
        {
            return $"invalid group count: expected {GroupLengths.Length}, found {groups.Length}";
        }

        // All other groups are right when the last one is wrong, whose length is counted to the end of the whole text, brace included.
        var last = GroupLengths.Length - 1;
        var wrong = Enumerable.Range(0, last).FirstOrDefault(group => groups[group].Length != GroupLengths[group], last);
        var found = wrong == last ? text.Length - LastGroupStart : groups[wrong].Length;
        return $"invalid group length in group {wrong}: expected {GroupLengths[wrong]}, found {found}";
    }

    private static (int Start, string Body) Unwrap(string text) => text switch
    {
        ['{', .. var inner, '}'] => (1, inner),
        _ when text.StartsWith(UrnPrefix, StringComparison.Ordinal) => (UrnPrefix.Length, text[UrnPrefix.Length..]),
        _ => (0, text),
    };

    [GeneratedRegex(
        @"\A(?:\{" + Dashed + @"\}|" + UrnPrefix + Dashed + "|" + Dashed + @"|(?<digits>[0-9A-Fa-f]{32}))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
