using PhoneNumbers;

namespace CustomerUpdate.Core.Customers;

/// <summary>
/// The reader over libphonenumber-csharp, which knows every region's full numbering plan
/// (https://github.com/twcclegg/libphonenumber-csharp).
/// </summary>
public sealed class LibPhoneNumberReader : IPhoneNumberReader
{
    private readonly PhoneNumberUtil library = PhoneNumberUtil.GetInstance();

    /// <inheritdoc/>
    public string? ReadNational(string text, string region)
    {
        // The library would also read letters as the keys they are on, and would drop an extension: neither names the same telephone.
        var digits = PhoneNumber.WithoutSeparators(text);
        if (!digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        try
        {
            var number = library.Parse(digits, region);
            var complete = library.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE;

            // It turns Argentina's mobile 15 into a 9 that was not written. Such variants stay apart, as with the built-in reader.
            var asWritten = digits.EndsWith(library.GetNationalSignificantNumber(number), StringComparison.Ordinal);
            return complete && asWritten ? PhoneNumber.ReadInternational(library.Format(number, PhoneNumberFormat.E164)) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
