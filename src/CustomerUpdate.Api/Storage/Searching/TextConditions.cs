using System.Linq.Expressions;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Searching;

namespace CustomerUpdate.Api.Storage.Searching;

/// <summary>Conditions on the texts by which customers are searched.</summary>
internal sealed class TextConditions(TermConditions terms)
{
    /// <summary>A text is like a value.</summary>
    public Expression<Func<CustomerSearchRow, bool>> Like(TextField field, TextMatch match, string value)
    {
        var folded = SearchText.Fold(value);
        return StorableText.IsStorable(folded)
            ? match == TextMatch.Part ? HasPart(field, folded) : IsOrBegins(field, match, folded)
            : Condition.Never;
    }

    /// <summary>There is a text, and it is not empty.</summary>
    public Expression<Func<CustomerSearchRow, bool>> Exists(TextField field) => field == TextField.AnyEmailDomain
        ? terms.Exists(TermFields.Domain)
        : Condition.On(Column(field)!, text => text != null && text != "");

    // A part is looked for in all texts first, which have the one index of trigrams, and then in the text that is meant.
    private Expression<Func<CustomerSearchRow, bool>> HasPart(TextField field, string folded)
    {
        if (Column(field) is not { } column)
        {
            return terms.Like(TermFields.Domain, TextMatch.Part, folded);
        }

        var test = TextTest.Of(TextMatch.Part, folded);
        Expression<Func<CustomerSearchRow, string?>> indexed = IsInText(field) ? row => row.Text : row => row.Others;
        return field == TextField.Any ? Condition.On(column, test) : Condition.All([Condition.On(indexed, test), Condition.On(column, test)]);
    }

    private Expression<Func<CustomerSearchRow, bool>> IsOrBegins(TextField field, TextMatch match, string folded) => field switch
    {
        TextField.Any => Condition.Any(
        [
            IsOrBegins(TextField.Name, match, folded),
            IsOrBegins(TextField.AnyEmail, match, folded),
            IsOrBegins(TextField.AnyPhone, match, folded),
            terms.Like(TermFields.PhoneKey, match, folded),
        ]),
        TextField.AnyEmail => terms.Like(TermFields.Email, match, folded),
        TextField.AnyEmailDomain => terms.Like(TermFields.Domain, match, folded),
        TextField.AnyPhone => terms.Like(TermFields.PhoneText, match, folded),
        _ => Condition.On(Column(field)!, TextTest.Of(match, folded)),
    };

    private static bool IsInText(TextField field) =>
        field is TextField.Any or TextField.Name or TextField.Email or TextField.AnyEmail or TextField.Phone or TextField.AnyPhone;

    // Null where there are terms only.
    private static Expression<Func<CustomerSearchRow, string?>>? Column(TextField field) => field switch
    {
        TextField.Any => row => row.Text,
        TextField.Name => row => row.Name,
        TextField.FirstName => row => row.FirstName,
        TextField.LastName => row => row.LastName,
        TextField.Email => row => row.Email,
        TextField.AnyEmail => row => row.Emails,
        TextField.AnyEmailDomain => null,
        TextField.Phone => row => row.Phone,
        TextField.AnyPhone => row => row.Phones,
        TextField.Username => row => row.Username,
        TextField.Identifier => row => row.Identifier,
        TextField.Organization => row => row.Organization,
        TextField.Company => row => row.Company,
        TextField.City => row => row.City,
        TextField.Country => row => row.Country,
        TextField.CountryCode => row => row.CountryCode,
    };
}
