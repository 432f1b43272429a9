using System.Security.Cryptography;
using System.Text;

namespace CustomerUpdate.Core.Tenancy;

/// <summary>What a request shows to be let in, as its contract carries it.</summary>
/// <param name="Contract">The contract at whose door it stands: a key for another opens nothing.</param>
/// <param name="Secret">The key, or a token that was given for one; null or blank where none was shown.</param>
public sealed record Credential(string Contract, string? Secret)
{
    /// <summary>The public half, where the secret is that of a client (<see cref="ClientCredential"/>); null where it is a key or a token.</summary>
    public string? ClientId { get; init; }

    /// <summary>Which tenant the request says it means; null where the contract leaves that to the key.</summary>
    public TenantName? Tenant { get; init; }

    /// <summary>True where a key, or something in its place, was shown.</summary>
    public bool HasSecret => !string.IsNullOrWhiteSpace(Secret);

    /// <summary>What is stored of a secret, and what it is looked up by: its SHA-256. Keys are random, so that no salt is needed.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>The contract only: what is printed may end in a log.</summary>
    public override string ToString() => Contract;
}

/// <summary>A tenant as a contract names it.</summary>
/// <param name="Kind">Which of its names.</param>
/// <param name="Value">The name as it came; null or blank where the request lacks it.</param>
public sealed record TenantName(TenantNameKind Kind, string? Value);

/// <summary>The names that a tenant has beside its id.</summary>
public enum TenantNameKind
{
    /// <summary><see cref="Tenancy.Tenant.WorkspaceId"/>.</summary>
    Workspace,

    /// <summary><see cref="Tenancy.Tenant.AccountId"/>.</summary>
    Account,
}
