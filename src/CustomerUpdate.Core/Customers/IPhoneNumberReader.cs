namespace CustomerUpdate.Core.Customers;

/// <summary>Reads phone numbers that are written without a country code. Two engines implement it: docs/adr/0007-phone-engines.md.</summary>
public interface IPhoneNumberReader
{
    /// <summary>The number in E.164, or null where the text is no number of that region.</summary>
    /// <param name="text">The number as written, without a leading plus.</param>
    /// <param name="region">ISO 3166, two letters, upper case.</param>
    string? ReadNational(string text, string region);
}
