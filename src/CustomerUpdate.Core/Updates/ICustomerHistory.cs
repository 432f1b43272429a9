using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Updates;

/// <summary>What became of customers, version by version. Customers that were merged into others keep their own history.</summary>
public interface ICustomerHistory
{
    /// <summary>The versions of a customer, newest first; null where the tenant never had such a customer.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="customerId">The customer's own id.</param>
    /// <param name="before">Only versions below this one; null for all.</param>
    /// <param name="limit">The most versions to answer.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<ValueList<CustomerVersion>?> FindVersionsAsync(
        Guid tenantId, Guid customerId, long? before, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// The change that brings back the state that a customer had in an earlier version, password apart, which no history keeps. What a
    /// customer merged into this one brought along as references stays: those answer for good.
    /// </summary>
    /// <returns>The change; null where the customer has no such version.</returns>
    Task<ICustomerChange?> FindRevertAsync(Customer customer, long version, CancellationToken cancellationToken);
}

/// <summary>One version of a customer.</summary>
/// <param name="Version">Its number.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Contract">The contract through which it was written.</param>
/// <param name="KeyId">The key that was shown; null where none was.</param>
/// <param name="RequestId">The request that wrote it.</param>
/// <param name="Changes">
/// What it changed: a JSON array of objects with <c>field</c> (a JSON Pointer into the canonical customer), <c>before</c> and <c>after</c>.
/// </param>
public sealed record CustomerVersion(long Version, DateTimeOffset At, string Contract, Guid? KeyId, string RequestId, string Changes);
