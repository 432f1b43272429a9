using System.Numerics;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>The page that a list is asked for.</summary>
/// <param name="Number">Its number, from 1; it may lie beyond the last one.</param>
/// <param name="Size">The most items on it.</param>
internal sealed record InsightoPage(long Number, int Size)
{
    private const string NumberParameter = "page";
    private const string SizeParameter = "size";
    private const int DefaultSize = 50;
    private const int MaximumSize = 100;

    /// <summary>What the query of a list takes.</summary>
    public static ValueList<QueryParameter> Parameters { get; } =
    [
        new(NumberParameter, "The number of the page, from 1, which is the default."),
        new(SizeParameter, $"The most items on a page, from 1 to {MaximumSize}; {DefaultSize} is the default."),
    ];

    /// <summary>How many items the pages before have.</summary>
    public int Skip => (int)BigInteger.Min(int.MaxValue, (new BigInteger(Number) - 1) * Size);

    /// <summary>The page before; null on the first one.</summary>
    public long? Previous => Number > 1 ? Number - 1 : null;

    /// <summary>Reads the page that a request asks for.</summary>
    public static Result<InsightoPage> Read(HttpRequest request) =>
        Read(QueryBody.Find(request, NumberParameter), QueryBody.Find(request, SizeParameter));

    /// <summary>Reads a page; null is what was not sent.</summary>
    public static Result<InsightoPage> Read(string? number, string? size)
    {
        var problems = new List<Problem>();
        var page = new InsightoPage(
            ReadNumber(NumberParameter, number, 1, long.MaxValue, problems),
            (int)ReadNumber(SizeParameter, size, DefaultSize, MaximumSize, problems));
        return problems.Count == 0 ? page : Failure.Invalid([.. problems]);
    }

    /// <summary>How many pages there are.</summary>
    public long PagesOf(long total) => (total + Size - 1) / Size;

    /// <summary>The page after; null on the last one and beyond.</summary>
    public long? NextOf(long total) => Number < PagesOf(total) ? Number + 1 : null;

    private static long ReadNumber(string name, string? sent, long absent, long most, List<Problem> problems)
    {
        if (sent is null)
        {
            return absent;
        }

        if (PydanticInteger.TryRead(sent, out var value, out var error))
        {
            if (value >= 1 && value <= most)
            {
                return (long)value;
            }

            error = value < 1 ? PydanticError.Less(1) : PydanticError.More(most);
        }

        // What is longer than any number that is read is not sent back.
        problems.Add(InsightoProblem.OfQuery(error, name, error == PydanticError.IntegerSize ? null : sent).ToProblem());
        return absent;
    }
}
