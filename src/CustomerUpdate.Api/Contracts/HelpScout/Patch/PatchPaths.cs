using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// The 34 paths that an update may name, with the limits that the vendor publishes for the fields behind them.
/// https://developer.helpscout.com/mailbox-api/endpoints/customers/update/
/// https://developer.helpscout.com/mailbox-api/endpoints/customers/overwrite/
/// </summary>
internal static partial class PatchPaths
{
    // No entry has it: of a path that names none, and of a number that is too large for any.
    private const long Nobodys = 0;

    private static readonly TextRule PersonName = new LengthRule(1, 40);
    private static readonly TextRule Line = new LengthRule(0, 60);
    private static readonly TextRule Unlimited = new LengthRule(0, int.MaxValue);

    private static readonly TextRule PhotoType = new WordRule(
        "unknown", "gravatar", "twitter", "facebook", "googleprofile", "googleplus", "linkedin", "instagram");

    /// <summary>What a gender is. The list has small letters, the vendor's examples send capitals, and every answer shows them.</summary>
    public static WordRule Gender { get; } = new("male", "female", "unknown")
    {
        Spellings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["male"] = "Male",
            ["female"] = "Female",
            ["unknown"] = "Unknown",
        },
    };

    /// <summary>All paths.</summary>
    public static ValueList<PatchPath> All { get; } =
    [
        new TextPath("/firstName", PersonName, (change, text) => change with { FirstName = text }),
        new TextPath("/lastName", PersonName, (change, text) => change with { LastName = text }),
        new TextPath("/jobTitle", Line, (change, text) => change with { JobTitle = text }),
        new TextPath("/location", Line, (change, text) => change with { Location = text }),
        new TextPath("/organization", Line, (change, text) => change with { Organization = text }),
        new TextPath("/photoUrl", new LengthRule(0, 200), (change, text) => change with { PhotoUrl = text }),
        new TextPath("/photoType", PhotoType, (change, text) => change with { PhotoType = text }),
        new TextPath("/background", new LengthRule(0, 200), (change, text) => change with { Background = text }),
        new TextPath("/age", Unlimited, (change, text) => change with { Age = text }),
        new TextPath("/gender", Gender, (change, text) => change with { Gender = text }),
        new TextPath("/address/city", Unlimited, (change, text) => change with { Address = change.Address with { City = text } }),
        new TextPath("/address/state", Unlimited, (change, text) => change with { Address = change.Address with { State = text } }),
        new TextPath("/address/postalCode", Unlimited, (change, text) => change with { Address = change.Address with { PostalCode = text } }),
        new TextPath("/address/country", Unlimited, (change, text) => change with { Address = change.Address with { Country = text } }),
        new LinesPath(),
        .. Collection("/emails", EntryShapes.Email),
        .. Collection("/phones", EntryShapes.Phone),
        .. Collection("/chats", EntryShapes.Chat),
        .. Collection("/social-profiles", EntryShapes.SocialProfile),
        .. Collection("/websites", EntryShapes.Website),
    ];

    private static readonly FrozenDictionary<string, PatchPath> ByTemplate = All.ToFrozenDictionary(path => path.Template, StringComparer.Ordinal);

    /// <summary>The path that an operation names, and the entry in it; null where there is no such path. Letter case and slashes count.</summary>
    public static (PatchPath Path, long EntryId)? Find(string text)
    {
        var number = EntryNumber().Match(text);
        var template = number.Success ? $"{text[..number.Index]}{PatchPath.EntryId}{text[(number.Index + number.Length)..]}" : text;
        return ByTemplate.TryGetValue(template, out var path) && path.NamesEntry == number.Success
            ? (path, long.TryParse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : Nobodys)
            : null;
    }

    private static IEnumerable<PatchPath> Collection(string name, EntryShape shape)
    {
        var entry = $"{name}/{PatchPath.EntryId}";
        yield return new CollectionPath(name, shape);
        yield return new WholeEntryPath(entry, shape);
        yield return new EntryPartPath(
            $"{entry}/value", shape.Kind, shape.Value, (id, text) => new EntryEdit.Replace(shape.Kind, id, Optional<string?>.Absent, text));
        if (shape.Type is { } type)
        {
            yield return new EntryPartPath(
                $"{entry}/type", shape.Kind, type, (id, text) => new EntryEdit.Replace(shape.Kind, id, text, Optional<string>.Absent));
        }
    }

    // The path's second segment, where it is a number without leading zeros.
    [GeneratedRegex(@"(?<=\A/[^/]+/)(?:0|[1-9][0-9]*)(?=/|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex EntryNumber();
}
