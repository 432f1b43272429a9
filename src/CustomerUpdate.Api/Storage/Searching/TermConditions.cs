using System.Globalization;
using System.Linq.Expressions;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Searching;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage.Searching;

/// <summary>Conditions on values of which a customer may have several: one of them must do.</summary>
internal sealed class TermConditions(CustomerDbContext db, Guid tenantId)
{
    private const string DayPattern = "____-__-__%";

    /// <summary>A value is like another, folded one.</summary>
    public Expression<Func<CustomerSearchRow, bool>> Like(string field, TextMatch match, string folded, string name = "") =>
        IsPossible(name) ? Has(field, name, Condition.On((CustomerTermRow term) => (string?)term.Value, TextTest.Of(match, folded))) : Condition.Never;

    /// <summary>A value is a number that compares to another so.</summary>
    public Expression<Func<CustomerSearchRow, bool>> Number(string name, Comparison comparison, decimal value) =>
        IsPossible(name) ? Has(TermFields.Attribute, name, NumberTest(comparison, value)) : Condition.Never;

    /// <summary>A value begins with a day that compares to another so.</summary>
    public Expression<Func<CustomerSearchRow, bool>> Day(string name, Comparison comparison, DateOnly day)
    {
        var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return IsPossible(name) ? Has(TermFields.Attribute, name, DayTest(comparison, text, TextTest.After(text)!)) : Condition.Never;
    }

    /// <summary>There is a value.</summary>
    public Expression<Func<CustomerSearchRow, bool>> Exists(string field, string name = "") =>
        IsPossible(name) ? Has(field, name, term => true) : Condition.Never;

    private static bool IsPossible(string name) => name.Length <= SearchTerm.MaximumLength && StorableText.IsStorable(name);

    private static Expression<Func<CustomerTermRow, bool>> NumberTest(Comparison comparison, decimal value) => comparison switch
    {
        Comparison.Less => term => term.Number != null && term.Number < value,
        Comparison.LessOrEqual => term => term.Number != null && term.Number <= value,
        Comparison.Greater => term => term.Number != null && term.Number > value,
        Comparison.GreaterOrEqual => term => term.Number != null && term.Number >= value,
    };

    // As texts, which is how days are stored: digits only up to the colon, and dashes where a day has them.
#pragma warning disable CA1309, CA1310 // compared by the database, whose columns are in order of their code points
    private static Expression<Func<CustomerTermRow, bool>> DayTest(Comparison comparison, string day, string after) => Condition.On(
        (CustomerTermRow term) => term.Value,
        comparison switch
        {
            Comparison.Less => value => EF.Functions.Like(value, DayPattern) && string.Compare(value, day) < 0,
            Comparison.LessOrEqual => value => EF.Functions.Like(value, DayPattern) && string.Compare(value, after) < 0,
            Comparison.Greater => value => EF.Functions.Like(value, DayPattern) && string.Compare(value, after) >= 0 && string.Compare(value, ":") < 0,
            Comparison.GreaterOrEqual => value => EF.Functions.Like(value, DayPattern) && string.Compare(value, day) >= 0 && string.Compare(value, ":") < 0,
        });
#pragma warning restore CA1309, CA1310

    // IN and not EXISTS: SQLite then starts from the terms, where they are few.
    private Expression<Func<CustomerSearchRow, bool>> Has(string field, string name, Expression<Func<CustomerTermRow, bool>> test)
    {
        var owners = db.CustomerTerms
            .Where(term => term.TenantId == tenantId && term.Field == field && term.Name == name)
            .Where(test).Select(term => term.CustomerId);
        return row => owners.Contains(row.CustomerId);
    }
}
