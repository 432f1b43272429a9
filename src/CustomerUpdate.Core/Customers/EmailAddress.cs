using System.Text.RegularExpressions;

namespace CustomerUpdate.Core.Customers;

/// <summary>Rules for e-mail addresses that hold in every contract.</summary>
public static partial class EmailAddress
{
    /// <summary>What an address is matched by: neither case nor white space around it tells two addresses apart.</summary>
    public static string KeyOf(string text) => text.Trim().ToLowerInvariant();

    /// <summary>Whether text has an address's shape: one <c>@</c> with something on both sides, and no white space.</summary>
    public static bool IsWellFormed(string text) => Shape().IsMatch(text);

    [GeneratedRegex(@"\A[^@\s]+@[^@\s]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
