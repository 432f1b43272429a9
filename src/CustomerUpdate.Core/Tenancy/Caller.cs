namespace CustomerUpdate.Core.Tenancy;

/// <summary>Who asks.</summary>
/// <param name="Tenant">The tenant whose key was shown.</param>
/// <param name="KeyId">The key; null where the contract let the caller in without one.</param>
/// <param name="Contract">The contract that the key is for.</param>
/// <param name="Role">What the key may do.</param>
public sealed record Caller(Tenant Tenant, Guid? KeyId, string Contract, KeyRole Role)
{
    /// <summary>Whether the key may do more than read.</summary>
    public bool MayWrite => Role != KeyRole.Read;

    /// <summary>When the key ends, or the token that was shown for it; null where it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>What a key may do, in growing order.</summary>
public enum KeyRole
{
    /// <summary>Read.</summary>
    Read,

    /// <summary>Read and write.</summary>
    Write,

    /// <summary>Also what a vendor reserves to administrators.</summary>
    Admin,
}
