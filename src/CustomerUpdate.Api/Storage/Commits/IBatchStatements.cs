using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>How an engine reads and writes the customers of a batch.</summary>
internal interface IBatchStatements
{
    /// <summary>The customers at which targets point, all as they are at one moment; those that point at nobody are missing.</summary>
    Task<IReadOnlyDictionary<CommitTarget, Customer>> LoadAsync(IReadOnlyCollection<CommitTarget> targets);

    /// <summary>
    /// Writes customers, their history and what they are searched by, in one transaction. Throws, and has written nothing, where one of them
    /// is not in the version any more that was read.
    /// </summary>
    Task WriteAsync(IReadOnlyList<BatchedCustomer> customers);
}
