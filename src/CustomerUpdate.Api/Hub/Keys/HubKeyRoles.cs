using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Hub.Keys;

/// <summary>The words for roles.</summary>
internal static class HubKeyRoles
{
    /// <summary>The hub's word for a role.</summary>
    public static string WordFor(KeyRole role) => role switch
    {
        KeyRole.Read => "read",
        KeyRole.Write => "write",
        KeyRole.Admin => "admin",
    };

    /// <summary>The role that a word means, or null.</summary>
    public static KeyRole? Find(string word) =>
        Enum.GetValues<KeyRole>().Where(role => WordFor(role) == word).Select(role => (KeyRole?)role).FirstOrDefault();
}
