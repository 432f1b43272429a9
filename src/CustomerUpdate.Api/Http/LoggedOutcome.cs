using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>What came of a write as far as a log may say it: words, ids and the names of fields, never a value.</summary>
/// <param name="Word">What came of it, in one word.</param>
internal sealed record LoggedOutcome(string Word)
{
    private static readonly Profile Blank = new();

    /// <summary>An answer was given again.</summary>
    public static LoggedOutcome Replayed { get; } = new("Replayed");

    /// <summary>What was asked for was done.</summary>
    public static LoggedOutcome Done { get; } = new("Done");

    /// <summary>It was only looked at what would come of it.</summary>
    public static LoggedOutcome Previewed { get; } = new("Previewed");

    /// <summary>Who asked went away before the end.</summary>
    public static LoggedOutcome Cancelled { get; } = new("Cancelled");

    /// <summary>Why nothing was done; null where something was.</summary>
    public FailureKind? Failure { get; init; }

    /// <summary>The customer that it is about, as it is then; null where it is about none.</summary>
    public Customer? Customer { get; init; }

    /// <summary>The names of the customer's fields that are different then, in the canonical order.</summary>
    public IEnumerable<string> Fields { get; init; } = [];

    /// <summary>How many customers came to which end, in words, of a write of many; null of any other.</summary>
    public string? Counts { get; init; }

    /// <summary>What came of a write, whose success a function puts into words; a null result is an answer that was given again.</summary>
    public static LoggedOutcome Of<T>(Result<T>? result, Func<T, LoggedOutcome> done) =>
        result?.Match(done, failure => Refused(failure.Kind)) ?? Replayed;

    /// <summary>Something was done, or it was looked at what would come of it.</summary>
    public static LoggedOutcome Of(bool isDryRun) => isDryRun ? Previewed : Done;

    /// <summary>Nothing was done.</summary>
    public static LoggedOutcome Refused(FailureKind failure) => new("Refused") { Failure = failure };

    /// <summary>A customer was updated.</summary>
    public static LoggedOutcome Of(UpdatedCustomer updated) =>
        new(updated.IsDryRun ? Previewed.Word : updated.IsUnchanged ? "Unchanged" : "Updated")
        {
            Customer = updated.Customer,
            Fields = NamesOf(updated.Changes),
        };

    /// <summary>A customer was made, or it was looked at which one would be.</summary>
    public static LoggedOutcome OfNew(Customer made, bool isDryRun) => new(isDryRun ? Previewed.Word : "Created")
    {
        Customer = made,
        Fields = NamesOf(CustomerField.All.SelectMany(field => field.Compare(Blank, made.Profile))),
    };

    // The members of bags are the tenants' own words and may name people: top-level names only.
    private static IEnumerable<string> NamesOf(IEnumerable<FieldChange> changes) => changes.Select(change => change.Field.Split('/')[1]).Distinct();
}
