using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Updates;

/// <summary>The port through which what a contract calls a tenant's customers is listed.</summary>
public interface ICustomerReferences
{
    /// <summary>All references of a contract in a tenant, in the order of their values; a customer who has several comes once for each.</summary>
    /// <returns>
    /// Each reference once, its customer in the latest state at the time it is read; one that is made or goes meanwhile may or may not be
    /// among them.
    /// </returns>
    IAsyncEnumerable<ReferencedCustomer> ReadAllAsync(Guid tenantId, string contract, CancellationToken cancellationToken);
}

/// <summary>A customer and one of the names that a contract has for it.</summary>
/// <param name="Reference">What the contract calls it.</param>
/// <param name="Customer">The customer.</param>
public sealed record ReferencedCustomer(string Reference, Customer Customer);
