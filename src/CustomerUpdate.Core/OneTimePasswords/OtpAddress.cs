using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.OneTimePasswords;

/// <summary>How a code reaches a customer.</summary>
public enum OtpChannel
{
    /// <summary>By e-mail.</summary>
    Email,

    /// <summary>By a message to a phone number.</summary>
    Phone,
}

/// <summary>Where a code is sent.</summary>
/// <param name="Channel">How.</param>
/// <param name="Value">The e-mail address as it was written, or the phone number in E.164.</param>
public sealed record OtpAddress(OtpChannel Channel, string Value)
{
    private const string Mask = "***";

    /// <summary>What may be answered: enough for its owner to recognise it, and nothing that reaches it.</summary>
    public string Masked => Channel switch
    {
        OtpChannel.Email => MaskEmail(Value),
        OtpChannel.Phone => $"+{Mask}{Value[^2..]}",
    };

    /// <summary>
    /// A customer's address: the primary e-mail address, else the primary phone number; null where there is neither. Vendors hold texts under
    /// both names that are neither: nothing can be sent to those.
    /// </summary>
    public static OtpAddress? Of(Profile profile) => (profile.Email?.Trim(), profile.Phones.Primary?.Key) switch
    {
        ({ } email, _) when EmailAddress.IsWellFormed(email) && !email.Any(char.IsControl) => new OtpAddress(OtpChannel.Email, email),
        (_, { } phone) when PhoneNumber.IsE164(phone) => new OtpAddress(OtpChannel.Phone, phone),
        _ => null,
    };

    /// <summary>The masked address: what is printed may end in a log.</summary>
    public override string ToString() => Masked;

    // A name of one letter would be said whole.
    private static string MaskEmail(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        var first = at > 1 && !char.IsSurrogate(email[0]) ? email[..1] : "";
        return $"{first}{Mask}{email[at..]}";
    }
}
