namespace CustomerUpdate.Core.Customers;

/// <summary>
/// The reader that needs no package: it knows each region's calling code and trunk prefix, and of numbering plans no more than that.
/// Digits are never rewritten: an Argentine, a Brazilian or a Mexican mobile number keeps the form in which it was written.
/// </summary>
public sealed class BuiltInPhoneNumberReader : IPhoneNumberReader
{
    // Shorter ones are services of a network, which many customers may write down and which identify none of them.
    private const int ShortestNational = 4;

    private const string NorthAmericanCode = "1";

    /// <inheritdoc/>
    public string? ReadNational(string text, string region)
    {
        var digits = PhoneNumber.WithoutSeparators(text);
        if (CallingCodes.Find(region) is not { } plan || digits.Length == 0 || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        return AfterInternationalPrefix(digits, plan) is { } full
            ? CallingCodes.FindByNumber(full) is { } other ? Join(other, full[other.CallingCode.Length..]) : null
            : Join(plan, WithoutTrunkPrefix(digits, plan));
    }

    private static string? AfterInternationalPrefix(string digits, DiallingPlan plan) =>
        digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..]
        : plan.CallingCode == NorthAmericanCode && digits.StartsWith("011", StringComparison.Ordinal) ? digits[3..]
        : null;

    private static string WithoutTrunkPrefix(string digits, DiallingPlan plan)
    {
        var prefix = plan.TrunkPrefixes.FirstOrDefault(prefix =>
            digits.StartsWith(prefix, StringComparison.Ordinal) && (plan.Length is null || digits.Length == prefix.Length + plan.Length));
        return prefix is null ? digits : digits[prefix.Length..];
    }

    private static string? Join(DiallingPlan plan, string national)
    {
        var number = $"+{plan.CallingCode}{national}";
        return national.Length >= ShortestNational && national.Length == (plan.Length ?? national.Length) && PhoneNumber.IsE164(number)
            ? number
            : null;
    }
}
