namespace CustomerUpdate.Core.Tenancy;

/// <summary>A tenant that is to be made.</summary>
/// <param name="Name">The company's name.</param>
public sealed record NewTenant(string Name)
{
    /// <summary>See <see cref="Tenant.WorkspaceId"/>; null to have one made.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>See <see cref="Tenant.AccountId"/>; null for the lowest number that nobody has.</summary>
    public long? AccountId { get; init; }

    /// <summary>See <see cref="Tenant.OrganizationId"/>; null to have one made.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>What the tenant chose.</summary>
    public TenantSettings Settings { get; init; } = new();
}
