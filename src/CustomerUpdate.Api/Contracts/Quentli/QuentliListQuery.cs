using System.Globalization;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>Reads the query of a list of customers; all that is wrong with it is told at once. Parameters beside these four are ignored.</summary>
internal static class QuentliListQuery
{
    private const int DefaultTake = 20;
    private const int MaximumTake = 100;

    /// <summary>What is asked for.</summary>
    /// <param name="query">The query as it came.</param>
    /// <param name="keyOf">What a phone number is matched by.</param>
    public static Result<CustomerSelection> Read(string query, Func<string, string> keyOf)
    {
        if (QsReader.Read(query, "query").TryFailure(out var sent, out var unreadable))
        {
            return unreadable;
        }

        var problems = new List<Problem>();
        var selection = new CustomerSelection(
            Number(sent.Find("skip"), "skip", 0, int.MaxValue, 0, problems), Number(sent.Find("take"), "take", 1, MaximumTake, DefaultTake, problems))
        {
            Filter = new QuentliFilter(keyOf, problems).Read(Unpack(sent.Find("filter"), "filter", problems), "filter"),
            Order = new QuentliOrder(problems).Read(Unpack(sent.Find("orderBy"), "orderBy", problems), "orderBy"),
        };
        return problems.Count == 0 ? selection : Failure.Invalid([.. problems]);
    }

    private static int Number(QsNode? sent, string path, int least, int most, int otherwise, List<Problem> problems)
    {
        if (sent is null)
        {
            return otherwise;
        }

        if (!sent.IsAmbiguous && FindNumber(sent.Text) is { } number && number >= least && number <= most)
        {
            return number;
        }

        var range = most == int.MaxValue ? $"an integer of at least {least}" : $"an integer from {least} to {most}";
        problems.Add(new Problem(path, QuentliErrors.ValidationError, $"must be {range}"));
        return otherwise;
    }

    // There are never more customers than the greatest number that is counted to: a greater one means the same.
    private static int? FindNumber(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : !string.IsNullOrEmpty(text) && text.All(char.IsAsciiDigit) ? int.MaxValue
        : null;

    // Documented is one text that is a query of its own; clients also send the parts of it as parameters.
    private static QsNode Unpack(QsNode? sent, string path, List<Problem> problems)
    {
        if (sent is { IsAmbiguous: true })
        {
            problems.Add(new Problem(path, QuentliErrors.ValidationError, "must be sent once, as one text or with brackets"));
            return new QsNode();
        }

        if (sent?.Text is not { } text)
        {
            return sent ?? new QsNode();
        }

        if (QsReader.Read(text, path).TryFailure(out var unpacked, out var unreadable))
        {
            problems.AddRange(unreadable.Problems);
            return new QsNode();
        }

        return unpacked;
    }
}
