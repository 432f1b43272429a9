using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Updates;

/// <summary>Finds customers. Another tenant's customers do not exist here.</summary>
public interface ICustomerReads
{
    /// <summary>The customer of a tenant with a key, or null.</summary>
    Task<Customer?> FindAsync(Guid tenantId, CustomerKey key, CancellationToken cancellationToken);
}
