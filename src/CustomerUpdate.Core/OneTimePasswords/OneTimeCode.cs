using System.Globalization;
using System.Security.Cryptography;

namespace CustomerUpdate.Core.OneTimePasswords;

/// <summary>The codes that are sent to customers.</summary>
public static class OneTimeCode
{
    private const int Length = 6;

    /// <summary>How long a code can be used.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(10);

    /// <summary>A code that nobody can foretell.</summary>
    public static string Next() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>Whether a text may be a code at all: what is none needs no comparison.</summary>
    public static bool IsWellFormed(string text) => text.Length == Length && text.All(char.IsAsciiDigit);
}
