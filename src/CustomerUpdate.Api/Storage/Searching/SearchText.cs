using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Storage.Searching;

/// <summary>
/// The texts in which customers are searched, folded here and not in the database, where each engine folds another way (SQLite: ASCII only).
/// </summary>
internal static class SearchText
{
    /// <summary>The name, each e-mail address and each phone number (as written, and its key), a line each.</summary>
    public static string Of(Profile profile) => Lines(new[] { profile.Name.Full }
        .Concat(profile.Emails.Entries.Select(entry => entry.Value))
        .Concat(profile.Phones.Entries.SelectMany(entry => new[] { entry.Value, entry.Key })));

    /// <summary>The other texts that are searched for parts, a line each. Apart, since whoever searches for "any text" does not mean them.</summary>
    public static string Others(Profile profile) => Lines(
    [
        profile.Name.First,
        profile.Name.Last,
        profile.Username,
        profile.Identifier,
        profile.Organization,
        CapturedAttributes.Company(profile),
        CapturedAttributes.City(profile),
        CapturedAttributes.Country(profile),
        CapturedAttributes.CountryCode(profile),
    ]);

    /// <summary>Texts, folded, a line each.</summary>
    public static string Lines(IEnumerable<string?> texts) => string.Join('\n', texts.OfType<string>().Select(Fold).Distinct());

    /// <summary>A text as it is searched for: cut, in lower case, on one line.</summary>
    public static string Fold(string text)
    {
        var cut = text.Length <= ICustomerLists.SearchedLength ? text : text[..CutAt(text)];
        return cut.ToLowerInvariant().Replace('\n', ' ');
    }

    /// <summary>The same of a text that may be missing.</summary>
    public static string? FoldNullable(string? text) => text is null ? null : Fold(text);

    // Half of a surrogate pair is nothing that PostgreSQL would store.
    private static int CutAt(string text) =>
        char.IsHighSurrogate(text[ICustomerLists.SearchedLength - 1]) ? ICustomerLists.SearchedLength - 1 : ICustomerLists.SearchedLength;
}
