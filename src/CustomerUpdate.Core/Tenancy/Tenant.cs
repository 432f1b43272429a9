using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Tenancy;

/// <summary>A tenant: one company's customers, keys and settings. Nothing of one is visible to another.</summary>
public sealed record Tenant
{
    /// <summary>The tenant's own id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The company's name.</summary>
    public required string Name { get; init; }

    /// <summary>What contracts with workspaces call it: 24 hexadecimal digits.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary>What contracts with numbered accounts call it.</summary>
    public required long AccountId { get; init; }

    /// <summary>What contracts with organisations call it.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>What the tenant chose.</summary>
    public TenantSettings Settings { get; init; } = new();

    /// <summary>When the tenant was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What a tenant may choose.</summary>
public sealed record TenantSettings
{
    /// <summary>The region (ISO 3166, two letters) of phone numbers without a country code; null where such numbers are kept as text only.</summary>
    public string? DefaultRegion { get; init; }

    /// <summary>When a one-time password is asked for.</summary>
    public OtpPolicy Otp { get; init; } = OtpPolicy.WhenSent;

    /// <summary>The contracts that let a caller in who names the tenant and shows no key.</summary>
    public ValueList<string> KeyOptionalFor { get; init; } = [];

    /// <summary>Whether a write must say which version it means (<c>If-Match</c>).</summary>
    public bool RequireIfMatch { get; init; }

    /// <summary>
    /// Requests a minute and key, by contract; 0 is no limit, and a contract that is missing has the host's default. Each host counts for
    /// itself.
    /// </summary>
    public ValueMap<int> RateLimits { get; init; } = ValueMap<int>.Empty;
}

/// <summary>When a one-time password is asked for.</summary>
public enum OtpPolicy
{
    /// <summary>Never.</summary>
    Ignored,

    /// <summary>A code that is sent must be right; none sent, none asked.</summary>
    WhenSent,

    /// <summary>E-mail, phone, login name and password change with a right code only.</summary>
    Required,
}
