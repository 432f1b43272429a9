using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Hub.Keys;

/// <summary>The words for roles.</summary>
internal static class HubKeyRoles
{
    public const string Read = "read";
    public const string Write = "write";
    public const string Admin = "admin";

    /// <summary>The hub's word for a role.</summary>
    public static string WordFor(KeyRole role) => role switch
    {
        KeyRole.Read => Read,
        KeyRole.Write => Write,
        KeyRole.Admin => Admin,
    };

    /// <summary>The role that a word means, or null.</summary>
    public static KeyRole? Find(string word) =>
        Enum.GetValues<KeyRole>().Where(role => WordFor(role) == word).Select(role => (KeyRole?)role).FirstOrDefault();
}
