using System.Linq.Expressions;
using CustomerUpdate.Core.Searching;

namespace CustomerUpdate.Api.Storage.Searching;

/// <summary>Tests of a folded text, which may be missing, against a folded value.</summary>
internal static class TextTest
{
    private const int LastCodePoint = 0x10FFFF;

    /// <summary>Whether a text is like a value.</summary>
    public static Expression<Func<string?, bool>> Of(TextMatch match, string value) => match switch
    {
        TextMatch.Equal => text => text == value,
        TextMatch.Prefix => Prefix(value, After(value)),
        TextMatch.Part => text => text != null && text.Contains(value),
    };

    /// <summary>
    /// The first text, by code points, after all that begin with a value; null where there is none. With the value it bounds a range of
    /// an index, which both engines find, whatever in the value looks like a wildcard.
    /// </summary>
    internal static string? After(string value)
    {
        var runes = value.EnumerateRunes().ToList();
        var last = runes.FindLastIndex(rune => rune.Value < LastCodePoint);
        return last < 0 ? null : string.Concat(runes.Take(last).Append(Next(runes[last])));
    }

    // Surrogates are no characters.
    private static System.Text.Rune Next(System.Text.Rune rune) => new(rune.Value == 0xD7FF ? 0xE000 : rune.Value + 1);

#pragma warning disable CA1309, CA1310 // compared by the database, whose columns are in order of their code points
    private static Expression<Func<string?, bool>> Prefix(string first, string? end) => end is null
        ? text => text != null && string.Compare(text, first) >= 0
        : text => text != null && string.Compare(text, first) >= 0 && string.Compare(text, end) < 0;
#pragma warning restore CA1309, CA1310
}
