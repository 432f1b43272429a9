using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Tenancy;

/// <summary>The tenants.</summary>
public interface ITenants
{
    /// <summary>The tenant with an id, or null.</summary>
    Task<Tenant?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Tenants in the order of their ids, which is that of their making.</summary>
    /// <param name="after">The last id of the page before; null for the first page.</param>
    /// <param name="count">The most tenants to return.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ValueList<Tenant>> ListAsync(Guid? after, int count, CancellationToken cancellationToken);

    /// <summary>Makes a tenant, with ids of the host's making where none are given.</summary>
    /// <returns>
    /// Fails with <see cref="FailureKind.Taken"/> and a problem for each id that another tenant has; the paths are JSON Pointers to
    /// <c>workspaceId</c>, <c>accountId</c>, <c>organizationId</c>.
    /// </returns>
    Task<Result<Tenant>> CreateAsync(NewTenant tenant, WriteTerms<Tenant> terms, CancellationToken cancellationToken);

    /// <summary>Changes a tenant. This host's callers see it at once, those of other hosts within <see cref="ICallers.MaximumAge"/>.</summary>
    /// <returns>Fails with <see cref="FailureKind.NotFound"/>.</returns>
    Task<Result<Tenant>> UpdateAsync(Guid id, TenantChange change, WriteTerms<Tenant> terms, CancellationToken cancellationToken);

    /// <summary>Erases a tenant with everything that it has: customers and their history, keys, inboxes. All of it or nothing.</summary>
    /// <returns>The tenant as it was; fails with <see cref="FailureKind.NotFound"/>.</returns>
    Task<Result<Tenant>> DeleteAsync(Guid id, WriteTerms<Tenant> terms, CancellationToken cancellationToken);
}
