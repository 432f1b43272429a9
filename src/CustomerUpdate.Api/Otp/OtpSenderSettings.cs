using System.Text;

namespace CustomerUpdate.Api.Otp;

/// <summary>What takes one-time passwords from this host and sends them on.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Secret">What requests to it are signed with.</param>
internal sealed record OtpSenderSettings(Uri Url, byte[] Secret)
{
    /// <summary>Where the address is configured.</summary>
    public const string UrlSetting = "Otp:Sender:Url";

    /// <summary>Where the secret is configured.</summary>
    public const string SecretSetting = "Otp:Sender:Secret";

    private const int MinimumSecretLength = 32;

    /// <summary>What is configured, which has been looked at by <see cref="Refusal"/>; null where nothing is.</summary>
    public static OtpSenderSettings? Find(IConfiguration configuration) => configuration[UrlSetting] is { Length: > 0 } url
        ? new OtpSenderSettings(new Uri(url), Encoding.UTF8.GetBytes(configuration[SecretSetting] ?? ""))
        : null;

    /// <summary>Why a host must not start with what is configured; null where it may. Says no configured value.</summary>
    public static string? Refusal(IConfiguration configuration) => (configuration[UrlSetting], configuration[SecretSetting]) switch
    {
        (null or "", null or "") => null,
        (null or "", _) => $"{SecretSetting} is set and {UrlSetting} is not: set both or neither.",
        ({ } url, _) when !IsSafe(url) =>
            $"{UrlSetting} must be an absolute https address (http on this machine only): codes and addresses of customers go there.",
        (_, { Length: >= MinimumSecretLength }) => null,
        _ => $"{SecretSetting} must have at least {MinimumSecretLength} characters, for example from openssl rand -hex 32: requests to {UrlSetting} are signed with it.",
    };

    private static bool IsSafe(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
