using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Help Scout's kinds of validation error and their words. The first two are documented to the letter, of the others only that they exist.
/// A code is the anchor of its explanation on the vendor's page.
/// https://developer.helpscout.com/mailbox-api/overview/errors
/// </summary>
internal static class HelpScoutProblem
{
    public const string NotEmpty = "NotEmpty";
    public const string EnumValue = "EnumValue";
    public const string Size = "Size";
    public const string Email = "Email";
    public const string Identifier = "Identifier";
    public const string Taken = "Taken";
    public const string Type = "Type";
    public const string PatchPath = "PatchPath";
    public const string PatchOperation = "PatchOperation";
    public const string Syntax = "Syntax";
    public const string Number = "Number";
    public const string Date = "Date";
    public const string Query = "Query";
    public const string Url = "Url";

    /// <summary>Nothing was sent where something must be. The only kind that shows no rejected value: there is none.</summary>
    public static Problem Empty(string path) => new(path, NotEmpty, "may not be empty");

    /// <summary>A word that is not one of the list.</summary>
    public static Problem NotOneOf(string path, IEnumerable<string> words, object? rejected) =>
        new(path, EnumValue, $"Expected one of these: {Quote(words)}", rejected);

    /// <summary>An operation that its path does not take.</summary>
    public static Problem OperationNotAllowed(string path, IEnumerable<string> operations, string rejected) =>
        new(path, PatchOperation, $"Not allowed on this path. Expected one of these: {Quote(operations)}", rejected);

    /// <summary>A path that no update takes.</summary>
    public static Problem PathNotSupported(string path, string rejected) => new(path, PatchPath, "Not a supported patch path", rejected);

    /// <summary>Text, or a list, that is too short or too long.</summary>
    public static Problem OutOfRange(string path, int minimum, int maximum, object rejected) =>
        new(path, Size, $"size must be between {minimum} and {maximum}", rejected);

    /// <summary>Text that is not an e-mail address.</summary>
    public static Problem NotAnEmail(string path, string rejected) => new(path, Email, "not a well-formed email address", rejected);

    /// <summary>JSON of the wrong type.</summary>
    /// <param name="path">Where.</param>
    /// <param name="expected">What is expected, without its article.</param>
    /// <param name="rejected">What was sent.</param>
    public static Problem WrongType(string path, string expected, object? rejected) =>
        new(path, Type, $"Expected {(expected[0] is 'a' or 'o' ? "an" : "a")} {expected}", rejected);

    /// <summary>A number that is none, or lies outside what it may be.</summary>
    public static Problem NotANumber(string path, long minimum, long maximum, string rejected) =>
        new(path, Number, $"must be a whole number between {minimum} and {maximum}", rejected);

    /// <summary>Text that is no instant.</summary>
    public static Problem NotATime(string path, string rejected) => new(path, Date, $"must be {HelpScoutTime.Form}", rejected);

    /// <summary>Text that holds what no customer's text can.</summary>
    public static Problem NotReadable(string path, string rejected) => new(path, Syntax, "must not hold the character U+0000", rejected);

    /// <summary>A query that does not follow its grammar.</summary>
    /// <param name="path">Where.</param>
    /// <param name="position">How many of its characters made sense.</param>
    /// <param name="expected">What should have come.</param>
    /// <param name="rejected">The query.</param>
    public static Problem NotAQuery(string path, int position, string expected, string rejected) =>
        new(path, Query, $"not readable from character {position} on: expected {expected}", rejected);

    /// <summary>An entry that the customer does not have.</summary>
    public static Problem NoSuchEntry(string path, string rejected) => new(path, Identifier, "The customer has no such entry", rejected);

    /// <summary>A property that is not defined.</summary>
    public static Problem NoSuchProperty(string path, string rejected) => new(path, PatchPath, "There is no such property", rejected);

    /// <summary>A value that is not of its property's type.</summary>
    /// <param name="path">Where.</param>
    /// <param name="code">The rule.</param>
    /// <param name="expected">What is expected, with its article.</param>
    /// <param name="rejected">What was sent.</param>
    public static Problem NotOfType(string path, string code, string expected, object rejected) => new(path, code, $"Expected {expected}", rejected);

    /// <summary>Text, or an id, that is there twice.</summary>
    public static Problem NotUnique(string path, string rejected) => new(path, Taken, "must be unique", rejected);

    /// <summary>What cannot be made beside what is there already.</summary>
    public static Failure Conflict(string path, string message) =>
        Failure.Of(FailureKind.Taken) with { Problems = [new Problem(path, Taken, message)] };

    /// <summary>A body that is not JSON, or holds what cannot be stored.</summary>
    /// <param name="path">What the body is called.</param>
    /// <param name="failure">The failure, which knows the place.</param>
    public static Problem Unreadable(string path, Failure failure) => new(
        path,
        Syntax,
        failure.RepeatedName is { } name
            ? $"The member '{name}' is there twice, again at byte {failure.Offset}"
            : $"Not readable as JSON from byte {failure.Offset} on");

    /// <summary>What Help Scout calls the member that holds a unique value.</summary>
    public static string MemberOf(string kind) => kind switch
    {
        CustomerKey.EmailKind => "/emails",
        CustomerKey.PhoneKind => "/phones",
        _ => $"/{kind}",
    };

    private static string Quote(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"'{word}'"));
}
