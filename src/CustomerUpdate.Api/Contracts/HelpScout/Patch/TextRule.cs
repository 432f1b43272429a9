using System.Text.Json;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>What a text must be. Numbers and truth values are not taken for texts.</summary>
internal abstract record TextRule
{
    /// <summary>What is wrong with a value that is required here.</summary>
    public IEnumerable<Problem> Check(JsonElement value, string where) => value.ValueKind switch
    {
        JsonValueKind.String => Judge(value.GetString()!, where) is { } problem ? [problem] : [],
        JsonValueKind.Undefined or JsonValueKind.Null => [HelpScoutProblem.Empty(where)],
        _ => [HelpScoutProblem.WrongType(where, "string", value)],
    };

    /// <summary>The same of a member.</summary>
    public IEnumerable<Problem> Check(Optional<string?> member, string where) =>
        member.IsMistyped ? [HelpScoutProblem.WrongType(where, "string", member.Received)]
        : member.Or(null) is not { } text ? [HelpScoutProblem.Empty(where)]
        : Judge(text, where) is { } problem ? [problem]
        : [];

    /// <summary>What is kept of a valid value: null where it is null, was not sent, or is empty.</summary>
    public string? Read(JsonElement value) => Read(value.ValueKind == JsonValueKind.String ? value.GetString() : null);

    /// <summary>The same of a text.</summary>
    public string? Read(string? text) => text is { Length: > 0 } ? Keep(text) : null;

    /// <summary>What is wrong with a member that may be missing, or null.</summary>
    public IEnumerable<Problem> CheckOptional(Optional<string?> member, string where) =>
        member.IsMistyped || member.Or(null) is not null ? Check(member, where) : [];

    /// <summary>What is wrong with a text, or null.</summary>
    protected abstract Problem? Judge(string text, string where);

    /// <summary>The spelling that is kept.</summary>
    protected virtual string Keep(string text) => text;
}

/// <summary>A text of so many characters (Unicode's code points). With a minimum, white space alone counts as nothing.</summary>
/// <param name="Minimum">The fewest.</param>
/// <param name="Maximum">The most.</param>
internal sealed record LengthRule(int Minimum, int Maximum) : TextRule
{
    protected override Problem? Judge(string text, string where) =>
        Minimum > 0 && string.IsNullOrWhiteSpace(text) ? HelpScoutProblem.Empty(where)
        : text.EnumerateRunes().Count() > Maximum ? HelpScoutProblem.OutOfRange(where, Minimum, Maximum, text)
        : null;
}

/// <summary>A well-formed e-mail address that is short enough to be unique.</summary>
internal sealed record EmailRule : TextRule
{
    protected override Problem? Judge(string text, string where) =>
        string.IsNullOrWhiteSpace(text) ? HelpScoutProblem.Empty(where)
        : !EmailForm.IsOne(text) ? HelpScoutProblem.NotAnEmail(where, text)
        : text.Length > CustomerKey.MaximumLength ? HelpScoutProblem.OutOfRange(where, 1, CustomerKey.MaximumLength, text)
        : null;
}

/// <summary>One of a list of words.</summary>
/// <param name="Words">The words as they are listed.</param>
internal sealed record WordRule(params ValueList<string> Words) : TextRule
{
    /// <summary>The spellings that are read, each with the one that is kept.</summary>
    public IReadOnlyDictionary<string, string> Spellings { get; init; } = Words.ToDictionary(word => word, StringComparer.Ordinal);

    /// <summary>The spelling that is kept of what others wrote; null where it is none of the words.</summary>
    public string? Find(string? text) => text is null ? null : Spellings.GetValueOrDefault(text);

    protected override Problem? Judge(string text, string where) =>
        text.Length == 0 ? HelpScoutProblem.Empty(where)
        : !Spellings.ContainsKey(text) ? HelpScoutProblem.NotOneOf(where, Words, text)
        : null;

    protected override string Keep(string text) => Spellings[text];
}
