using System.Diagnostics;
using System.Globalization;
using System.Linq.Expressions;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;

namespace CustomerUpdate.Api.Storage.Searching;

/// <summary>Turns a condition that is data into one that the database understands, each value of it a parameter.</summary>
internal sealed class CustomerConditions(CustomerDbContext db, Guid tenantId)
{
    private readonly TermConditions terms = new(db, tenantId);

    /// <summary>The condition. What no database could hold, nobody has.</summary>
    public Expression<Func<CustomerSearchRow, bool>> Of(CustomerFilter filter) => filter switch
    {
        CustomerFilter.Every every => Condition.All([.. every.Conditions.Select(Of)]),
        CustomerFilter.Some some => Condition.Any([.. some.Conditions.Select(Of)]),
        CustomerFilter.Not not => Condition.Not(Of(not.Condition)),
        CustomerFilter.Text text => new TextConditions(terms).Like(text.Field, text.Match, text.Value),
        CustomerFilter.IdentifierPart part => WithValue(part.Value, IdentifierHas),
        CustomerFilter.HasText text => new TextConditions(terms).Exists(text.Field),
        CustomerFilter.PhoneKey phone => WithValue(phone.Key, key => terms.Like(TermFields.PhoneKey, TextMatch.Equal, key)),
        CustomerFilter.Time time => new TimeConditions(db, tenantId).Of(time.Field, time.Comparison, time.At),
        CustomerFilter.Has has => HasKey(has.Key),
        CustomerFilter.Archived { Is: true } => terms.Exists(TermFields.Archived),
        CustomerFilter.Archived => Condition.Not(terms.Exists(TermFields.Archived)),
        CustomerFilter.Blocked blocked => BlockedIs(blocked.Is),
        CustomerFilter.Tagged { Tag: null } => terms.Exists(TermFields.Tag),
        CustomerFilter.Tagged { Tag: { } tag } => WithValue(SearchText.Fold(tag), folded => terms.Like(TermFields.Tag, TextMatch.Equal, folded)),
        CustomerFilter.Reached { Place: var place } => WithValue(
            place.SourceId,
            source => terms.Like(TermFields.Inbox, TextMatch.Equal, source, place.InboxId.ToString(CultureInfo.InvariantCulture))),
        CustomerFilter.AttributeText text => WithValue(
            SearchText.Fold(text.Value), folded => terms.Like(TermFields.Attribute, text.Match, folded, text.Key)),
        CustomerFilter.AttributeNumber number => terms.Number(number.Key, number.Comparison, number.Value),
        CustomerFilter.AttributeDay day => terms.Day(day.Key, day.Comparison, day.Day),
        CustomerFilter.HasAttribute attribute => terms.Exists(TermFields.Attribute, attribute.Key),
        _ => throw new UnreachableException(),
    };

    // In the folded text first, which has an index, and then in the key, which is as it was written.
    private Expression<Func<CustomerSearchRow, bool>> IdentifierHas(string part) => Condition.All(
    [
        new TextConditions(terms).Like(TextField.Identifier, TextMatch.Part, part),
        row => db.CustomerKeys.Any(key => key.TenantId == tenantId && key.CustomerId == row.CustomerId
            && key.Kind == CustomerKey.IdentifierKind && key.Value.Contains(part)),
    ]);

    private static Expression<Func<CustomerSearchRow, bool>> BlockedIs(bool blocked) => row => row.Blocked == blocked;

    private Expression<Func<CustomerSearchRow, bool>> HasKey(CustomerKey key)
    {
        if (!CustomerQueries.IsPossible(key))
        {
            return Condition.Never;
        }

        var owners = db.CustomerKeys
            .Where(row => row.TenantId == tenantId && row.Kind == key.Kind && row.Value == key.Value).Select(row => row.CustomerId);
        return row => owners.Contains(row.CustomerId);
    }

    private static Expression<Func<CustomerSearchRow, bool>> WithValue(
        string value, Func<string, Expression<Func<CustomerSearchRow, bool>>> condition) =>
        StorableText.IsStorable(value) ? condition(value) : Condition.Never;
}
