using System.Globalization;
using System.Text.Json;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// What the values of a property are.
/// https://developer.helpscout.com/mailbox-api/endpoints/properties/update/
/// </summary>
/// <param name="Name">The vendor's word.</param>
/// <param name="Read">The text of a value as it is kept; null where it is no such value.</param>
/// <param name="Refuse">What is said of what was sent and is no such value.</param>
internal sealed record PropertyType(
    string Name, Func<string, PropertyDefinition, string?> Read, Func<string, PropertyDefinition, JsonElement, Problem> Refuse)
{
    private const int MaximumLength = 255;

    /// <summary>A text.</summary>
    public static PropertyType Text { get; } = new(
        "text",
        (text, _) => text.EnumerateRunes().Count() <= MaximumLength ? text : null,
        (where, _, sent) => HelpScoutProblem.OutOfRange(where, 0, MaximumLength, sent));

    /// <summary>A 64-bit integer. It is the only one that is kept as a JSON number.</summary>
    public static PropertyType Number { get; } = new(
        "number",
        (text, _) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null,
        (where, _, sent) => HelpScoutProblem.NotOfType(where, HelpScoutProblem.Number, "an integer of 64 bits", sent));

    /// <summary>One of the options, by its id or its label. The label is kept: every contract shows it.</summary>
    public static PropertyType Dropdown { get; } = new(
        "dropdown",
        (text, definition) => definition.Option(text)?.Label,
        (where, definition, sent) => HelpScoutProblem.NotOneOf(where, definition.Options?.Select(option => option.Label) ?? [], sent));

    private static readonly PropertyType Url = new(
        "url",
        (text, _) => WebAddress.IsOne(text) ? text : null,
        (where, _, sent) => HelpScoutProblem.NotOfType(where, HelpScoutProblem.Url, "a URL", sent));

    private static readonly PropertyType Date = new(
        "date",
        (text, _) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var _) ? text : null,
        (where, _, sent) => HelpScoutProblem.NotOfType(where, HelpScoutProblem.Date, "a date (YYYY-MM-DD)", sent));

    /// <summary>All types.</summary>
    public static ValueList<PropertyType> All { get; } = [Number, Text, Url, Date, Dropdown];

    /// <summary>The words for all types.</summary>
    public static ValueList<string> Names { get; } = [.. All.Select(type => type.Name)];

    /// <summary>The type that a word stands for. A text where it is none, which no definition of ours says.</summary>
    public static PropertyType Of(string name) => All.FirstOrDefault(type => type.Name == name) ?? Text;
}
