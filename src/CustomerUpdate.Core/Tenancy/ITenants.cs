namespace CustomerUpdate.Core.Tenancy;

/// <summary>Finds tenants.</summary>
public interface ITenants
{
    /// <summary>The tenant with an id, or null.</summary>
    Task<Tenant?> FindAsync(Guid id, CancellationToken cancellationToken);
}
