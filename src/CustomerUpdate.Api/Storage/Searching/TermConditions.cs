using System.Linq.Expressions;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Searching;

namespace CustomerUpdate.Api.Storage.Searching;

/// <summary>Conditions on values of which a customer may have several: one of them must do.</summary>
internal sealed class TermConditions(CustomerDbContext db, Guid tenantId)
{
    /// <summary>A value is like another, folded one.</summary>
    public Expression<Func<CustomerSearchRow, bool>> Like(string field, TextMatch match, string folded, string name = "") =>
        IsPossible(name) ? Has(field, name, Condition.On((CustomerTermRow term) => (string?)term.Value, TextTest.Of(match, folded))) : Condition.Never;

    /// <summary>A value is a number that compares to another so.</summary>
    public Expression<Func<CustomerSearchRow, bool>> Number(string name, Comparison comparison, decimal value) =>
        IsPossible(name) ? Has(TermFields.Attribute, name, NumberTest(comparison, value)) : Condition.Never;

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

    // IN and not EXISTS: SQLite then starts from the terms, where they are few.
    private Expression<Func<CustomerSearchRow, bool>> Has(string field, string name, Expression<Func<CustomerTermRow, bool>> test)
    {
        var owners = db.CustomerTerms
            .Where(term => term.TenantId == tenantId && term.Field == field && term.Name == name)
            .Where(test).Select(term => term.CustomerId);
        return row => owners.Contains(row.CustomerId);
    }
}
