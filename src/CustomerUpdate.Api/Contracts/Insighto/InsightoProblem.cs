using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>One broken rule as Pydantic reports it. It travels in <see cref="Problem.Rejected"/>, because its place is a list of names.</summary>
/// <param name="Error">The complaint.</param>
/// <param name="Location">The place: <c>path</c> or <c>body</c>, then the names on the way.</param>
/// <param name="Input">What was sent; null where it is not shown again.</param>
internal sealed record InsightoProblem(PydanticError Error, ValueList<string> Location, BagValue? Input)
{
    /// <summary>The place in the list at that location; null where it is no list's.</summary>
    public int? Index { get; init; }

    /// <summary>A complaint about the whole body.</summary>
    public static Problem OfBody(PydanticError error, BagValue? input) => new InsightoProblem(error, ["body"], input).ToProblem();

    /// <summary>A complaint about a parameter of the query.</summary>
    public static InsightoProblem OfQuery(PydanticError error, string name, string? sent) =>
        new(error, ["query", name], sent is null ? null : BagValue.Of(sent));

    /// <summary>A complaint about the id in the path.</summary>
    public static Problem OfPath(string name, string sent) =>
        new InsightoProblem(PydanticUuid.ErrorOf(sent), ["path", name], BagValue.Of(sent)).ToProblem();

    /// <summary>The broken rule with this inside.</summary>
    public Problem ToProblem() => new(string.Join('.', Location), Error.Type, Error.Message, this);
}
