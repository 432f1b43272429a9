using System.Linq.Expressions;
using CustomerUpdate.Api.Storage.Model;
using Microsoft.EntityFrameworkCore.Query;

namespace CustomerUpdate.Api.Storage.Searching;

/// <summary>
/// Puts conditions together. Each is either true or false of every row, never unknown, so that "not" means what it says of customers
/// without a value, too.
/// </summary>
internal static class Condition
{
    /// <summary>What every customer fulfils.</summary>
    public static Expression<Func<CustomerSearchRow, bool>> Always { get; } = row => true;

    /// <summary>What no customer fulfils.</summary>
    public static Expression<Func<CustomerSearchRow, bool>> Never { get; } = row => false;

    /// <summary>A test of a column.</summary>
    public static Expression<Func<TRow, bool>> On<TRow, T>(Expression<Func<TRow, T>> column, Expression<Func<T, bool>> test) =>
        Expression.Lambda<Func<TRow, bool>>(
            ReplacingExpressionVisitor.Replace(test.Parameters[0], column.Body, test.Body), column.Parameters);

    /// <summary>All of the conditions.</summary>
    public static Expression<Func<CustomerSearchRow, bool>> All(IReadOnlyList<Expression<Func<CustomerSearchRow, bool>>> conditions) =>
        Join(conditions, Always, Expression.AndAlso);

    /// <summary>At least one of the conditions.</summary>
    public static Expression<Func<CustomerSearchRow, bool>> Any(IReadOnlyList<Expression<Func<CustomerSearchRow, bool>>> conditions) =>
        Join(conditions, Never, Expression.OrElse);

    /// <summary>The opposite of a condition.</summary>
    public static Expression<Func<CustomerSearchRow, bool>> Not(Expression<Func<CustomerSearchRow, bool>> condition) =>
        Expression.Lambda<Func<CustomerSearchRow, bool>>(Expression.Not(condition.Body), condition.Parameters);

    // By halves, so that many conditions make no deep tree, in which whoever walks it runs out of stack.
    private static Expression<Func<CustomerSearchRow, bool>> Join(
        IReadOnlyList<Expression<Func<CustomerSearchRow, bool>>> conditions,
        Expression<Func<CustomerSearchRow, bool>> none,
        Func<Expression, Expression, Expression> join)
    {
        if (conditions.Count == 0)
        {
            return none;
        }

        var row = Expression.Parameter(typeof(CustomerSearchRow), "row");
        return Expression.Lambda<Func<CustomerSearchRow, bool>>(JoinStretch(0, conditions.Count), row);

        Expression JoinStretch(int start, int count) => count == 1
            ? ReplacingExpressionVisitor.Replace(conditions[start].Parameters[0], row, conditions[start].Body)
            : join(JoinStretch(start, count / 2), JoinStretch(start + (count / 2), count - (count / 2)));
    }
}
