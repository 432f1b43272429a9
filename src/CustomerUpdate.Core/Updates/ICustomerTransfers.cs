using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Updates;

/// <summary>What moving customers in and out in bulk asks of the store.</summary>
public interface ICustomerTransfers
{
    /// <summary>All customers of a tenant in the order of their ids, which is the order in which the host made them.</summary>
    /// <returns>
    /// Each customer once, in its latest state at the time it is read; one that is made or erased meanwhile may or may not be among them.
    /// </returns>
    IAsyncEnumerable<Customer> ReadAllAsync(Guid tenantId, CancellationToken cancellationToken);

    /// <summary>The customers of a tenant that have any of the given keys, each once.</summary>
    Task<ValueList<Customer>> FindOwnersAsync(Guid tenantId, IReadOnlyCollection<CustomerKey> keys, CancellationToken cancellationToken);

    /// <summary>Those of the given keys that are somebody's, or are the id of a customer who has been erased.</summary>
    Task<IReadOnlySet<CustomerKey>> FindKnownAsync(Guid tenantId, IReadOnlyCollection<CustomerKey> keys, CancellationToken cancellationToken);

    /// <summary>Whether an id was that of a customer who has been erased.</summary>
    Task<bool> IsErasedAsync(Guid tenantId, Guid customerId, CancellationToken cancellationToken);
}
