using System.Linq.Expressions;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Searching;

namespace CustomerUpdate.Api.Storage.Searching;

/// <summary>A column by which customers are sorted.</summary>
internal abstract record SortColumn
{
    /// <summary>Whether a customer has no value there; null where each has one.</summary>
    public abstract Expression<Func<CustomerSearchRow, bool>>? IsMissing { get; }

    /// <summary>The column of a field.</summary>
    public static SortColumn Of(SortField field) => field switch
    {
        SortField.CreatedAt => new Instant(row => row.CreatedAt),
        SortField.UpdatedAt => new Instant(row => row.Customer!.UpdatedAt),
        SortField.LastSeenAt => new MaybeInstant(row => row.LastSeenAt),
        SortField.Name => new Text(row => row.Name),
        SortField.FirstName => new Text(row => row.FirstName),
        SortField.LastName => new Text(row => row.LastName),
        SortField.Email => new Text(row => row.Email),
        SortField.Phone => new Text(row => row.Phone),
        SortField.Company => new Text(row => row.Company),
        SortField.City => new Text(row => row.City),
        SortField.Country => new Text(row => row.Country),
    };

    /// <summary>The rows, those that were equal so far in the order of the column.</summary>
    public abstract IOrderedQueryable<CustomerSearchRow> Sort(IOrderedQueryable<CustomerSearchRow> rows, bool isDescending);

    /// <summary>The rows in the order of the column.</summary>
    public abstract IOrderedQueryable<CustomerSearchRow> Sort(IQueryable<CustomerSearchRow> rows, bool isDescending);

    private abstract record Values<T>(Expression<Func<CustomerSearchRow, T>> Value) : SortColumn
    {
        public override IOrderedQueryable<CustomerSearchRow> Sort(IOrderedQueryable<CustomerSearchRow> rows, bool isDescending) =>
            isDescending ? rows.ThenByDescending(Value) : rows.ThenBy(Value);

        public override IOrderedQueryable<CustomerSearchRow> Sort(IQueryable<CustomerSearchRow> rows, bool isDescending) =>
            isDescending ? rows.OrderByDescending(Value) : rows.OrderBy(Value);
    }

    private sealed record Text(Expression<Func<CustomerSearchRow, string?>> Value) : Values<string?>(Value)
    {
        public override Expression<Func<CustomerSearchRow, bool>> IsMissing => Condition.On(Value, text => text == null);
    }

    private sealed record MaybeInstant(Expression<Func<CustomerSearchRow, DateTimeOffset?>> Value) : Values<DateTimeOffset?>(Value)
    {
        public override Expression<Func<CustomerSearchRow, bool>> IsMissing => Condition.On(Value, time => time == null);
    }

    private sealed record Instant(Expression<Func<CustomerSearchRow, DateTimeOffset>> Value) : Values<DateTimeOffset>(Value)
    {
        public override Expression<Func<CustomerSearchRow, bool>>? IsMissing => null;
    }
}
