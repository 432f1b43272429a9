using PhoneNumbers;

namespace CustomerUpdate.Core.Customers;

/// <summary>The reader over libphonenumber-csharp, which knows every region's full numbering plan.</summary>
public sealed class LibPhoneNumberReader : IPhoneNumberReader
{
    private readonly PhoneNumberUtil library = PhoneNumberUtil.GetInstance();

    /// <inheritdoc/>
    public string? ReadNational(string text, string region)
    {
        try
        {
            return PhoneNumber.ReadInternational(library.Format(library.Parse(text, region), PhoneNumberFormat.E164));
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
