using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Hub.Tenants;

/// <summary>The words for what a tenant may choose.</summary>
internal static class HubSettings
{
    public const string Ignored = "ignored";
    public const string WhenSent = "whenSent";
    public const string Required = "required";
    public const string Optional = "optional";

    /// <summary>The hub's word for when one-time passwords are asked for.</summary>
    public static string WordFor(OtpPolicy policy) => policy switch
    {
        OtpPolicy.Ignored => Ignored,
        OtpPolicy.WhenSent => WhenSent,
        OtpPolicy.Required => Required,
    };

    /// <summary>The policy that a word means, or null.</summary>
    public static OtpPolicy? PolicyOf(string word) =>
        Enum.GetValues<OtpPolicy>().Where(policy => WordFor(policy) == word).Select(policy => (OtpPolicy?)policy).FirstOrDefault();
}
