using System.Buffers;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// What Help Scout calls a well-formed e-mail address. The vendor publishes that there is a rule and not which: this one refuses what is no
/// address in any mail system, and nothing for its letters. A domain of one label is taken.
/// </summary>
internal static class EmailForm
{
    private static readonly SearchValues<char> Delimiters = SearchValues.Create(",<>():;\"\\[]");

    /// <summary>Whether a text is one.</summary>
    public static bool IsOne(string text) =>
        EmailAddress.IsWellFormed(text)
        && !text.AsSpan().ContainsAny(Delimiters)
        && !text.Any(char.IsControl)
        && text.IndexOf('@', StringComparison.Ordinal) is var at
        && text[..at].Split('.').All(part => part.Length > 0)
        && text[(at + 1)..].Split('.').All(IsLabel);

    private static bool IsLabel(string part) => part.Length > 0 && part[0] != '-' && part[^1] != '-' && !part.Contains('/');
}
