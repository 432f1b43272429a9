using System.Globalization;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>What a list asks for. All conditions must hold; a parameter without a value is one that was not sent.</summary>
/// <param name="Page">The page, counted from one.</param>
/// <param name="Selection">The customers on it.</param>
internal sealed record ListParameters(int Page, CustomerSelection Selection)
{
    /// <summary>Customers on a page. No parameter says otherwise.</summary>
    public const int PageSize = 50;

    private const int MaximumPage = int.MaxValue / PageSize;

    private static readonly string[] Directions = ["asc", "desc"];

    // The default, "score", is said to be the same as by creation, newest first.
    private static readonly ValueList<KeyValuePair<string, SortField>> SortFields =
    [
        new("score", SortField.CreatedAt), new("firstName", SortField.FirstName), new("lastName", SortField.LastName), new("modifiedAt", SortField.UpdatedAt),
    ];

    /// <summary>Reads them; fails with all that is wrong at once.</summary>
    public static Result<ListParameters> Read(IQueryCollection query)
    {
        var reading = new Reading(query);
        var page = reading.Page();
        ValueList<CustomerFilter> conditions =
        [
            .. reading.Text("firstName", TextField.FirstName), .. reading.Text("lastName", TextField.LastName), .. reading.Since(), .. reading.Query(),
        ];
        var order = reading.Order();
        return reading.Problems.Count > 0 ? Failure.Invalid([.. reading.Problems]) : new ListParameters(page, new CustomerSelection((page - 1) * PageSize, PageSize)
        {
            Filter = conditions is [var only] ? only : new CustomerFilter.Every(conditions),
            Order = [order],
            CountsAll = true,
        });
    }

    private sealed class Reading(IQueryCollection query)
    {
        public List<Problem> Problems { get; } = [];

        public int Page() =>
            Sent("page") is not { } text ? 1
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is >= 1 and <= MaximumPage ? page
            : Refuse(HelpScoutProblem.NotANumber("page", 1, MaximumPage, text), 1);

        public IEnumerable<CustomerFilter> Text(string name, TextField field) =>
            Sent(name) is { } text ? [new CustomerFilter.Text(field, TextMatch.Equal, text)] : [];

        public IEnumerable<CustomerFilter> Since()
        {
            const string name = "modifiedSince";
            return Sent(name) is not { } text ? []
                : HelpScoutTime.TryParse(text, out var since) ? [new CustomerFilter.Time(TimeField.UpdatedAt, Comparison.GreaterOrEqual, since)]
                : Refuse<IEnumerable<CustomerFilter>>(HelpScoutProblem.NotATime(name, text), []);
        }

        public IEnumerable<CustomerFilter> Query()
        {
            if (Sent(HelpScoutQuery.Parameter) is not { } text)
            {
                return [];
            }

            if (HelpScoutQuery.Parse(text).TryFailure(out var filter, out var unreadable))
            {
                Problems.AddRange(unreadable.Problems);
                return [];
            }

            return [filter];
        }

        public CustomerOrder Order()
        {
            var field = OneOf("sortField", SortFields[0].Key, [.. SortFields.Select(known => known.Key)]);
            var direction = OneOf("sortOrder", "desc", Directions);
            return new CustomerOrder(SortFields.First(known => known.Key == field).Value, direction == "desc");
        }

        private string OneOf(string name, string fallback, string[] words) =>
            Sent(name) is not { } word ? fallback
            : words.Contains(word) ? word
            : Refuse(HelpScoutProblem.NotOneOf(name, words, word), fallback);

        private string? Sent(string name) => query[name].ToString() switch
        {
            "" => null,
            var text when text.Contains('\0', StringComparison.Ordinal) => Refuse<string?>(HelpScoutProblem.NotReadable(name, text), null),
            var text => text,
        };

        private T Refuse<T>(Problem problem, T fallback)
        {
            Problems.Add(problem);
            return fallback;
        }
    }
}
