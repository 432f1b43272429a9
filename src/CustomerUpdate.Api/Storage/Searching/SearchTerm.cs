using System.Globalization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Storage.Searching;

/// <summary>A value by which a customer is searched, one of several of its kind.</summary>
/// <param name="Field">Its kind; see <see cref="TermFields"/>.</param>
/// <param name="Name">The key of an attribute; empty where the kind has none.</param>
/// <param name="Value">The value as it is looked for.</param>
/// <param name="Number">The same as a number, where it reads as one.</param>
internal sealed record SearchTerm(string Field, string Name, string Value, decimal? Number = null)
{
    /// <summary>The most characters of a name or a value: what is longer is not searched, because no index could hold it.</summary>
    public const int MaximumLength = CustomerKey.MaximumLength;

    /// <summary>The terms of a customer.</summary>
    public static IEnumerable<SearchTerm> Of(Profile profile) =>
        Phones(profile).Concat(Emails(profile)).Concat(Inboxes(profile)).Where(term => term.Value.Length is > 0 and <= MaximumLength)
            .Concat(Tags(profile)).Concat(Attributes(profile)).Concat(Archived(profile)).Distinct();

    /// <summary>The number that a text reads as, or null.</summary>
    public static decimal? NumberOf(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<SearchTerm> Phones(Profile profile) => profile.Phones.Entries.SelectMany(entry => new[]
    {
        new SearchTerm(TermFields.PhoneKey, "", entry.Key ?? ""),
        Folded(TermFields.PhoneText, entry.Value),
    });

    private static IEnumerable<SearchTerm> Emails(Profile profile)
    {
        foreach (var address in profile.Emails.Entries.Select(entry => entry.Value))
        {
            yield return Folded(TermFields.Email, address);
            if (address.LastIndexOf('@') is var at and >= 0)
            {
                yield return Folded(TermFields.Domain, address[(at + 1)..].Trim());
            }
        }
    }

    private static IEnumerable<SearchTerm> Inboxes(Profile profile) => InboxPlace.Of(profile)
        .Select(place => new SearchTerm(TermFields.Inbox, place.InboxId.ToString(CultureInfo.InvariantCulture), place.SourceId));

    private static IEnumerable<SearchTerm> Tags(Profile profile) => profile.Tags.Select(tag => Folded(TermFields.Tag, tag));

    private static IEnumerable<SearchTerm> Archived(Profile profile) =>
        profile.ArchivedAt is null ? [] : [new SearchTerm(TermFields.Archived, "", "true")];

    private static IEnumerable<SearchTerm> Attributes(Profile profile) => profile.CustomAttributes
        .Where(attribute => !attribute.Value.IsNull && attribute.Key.Length <= MaximumLength)
        .Select(attribute => Attribute(attribute.Key, attribute.Value.Text));

    private static SearchTerm Attribute(string key, string text)
    {
        var value = SearchText.Fold(text);
        return new SearchTerm(TermFields.Attribute, key, value, NumberOf(value));
    }

    private static SearchTerm Folded(string field, string text) => new(field, "", SearchText.Fold(text));
}
