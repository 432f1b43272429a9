using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Core.Updates;

/// <summary>The port through which customers are erased.</summary>
public interface ICustomerErasures
{
    /// <summary>
    /// Erases a customer in one transaction: state, keys, and its history with all values in it, the histories of those that were merged into
    /// it too. What remains is a tombstone that says that, when and on whose behalf, and nothing of the person. Its keys are free again.
    /// </summary>
    /// <returns>
    /// The version that was erased. Failures: <see cref="FailureKind.NotFound"/>, those of the precondition, and
    /// <see cref="FailureKind.Busy"/> when others were faster each time.
    /// </returns>
    Task<Result<long>> EraseAsync(CustomerErasureCommand command, CancellationToken cancellationToken);

    /// <summary>Erases several customers of one tenant in one transaction, each as one is erased: all of them or none.</summary>
    /// <returns>
    /// How many were erased, each counted once. Failures: <see cref="FailureKind.NotFound"/>, which says all that are not there, those of the
    /// precondition, which each customer must fulfil, and <see cref="FailureKind.Busy"/>.
    /// </returns>
    Task<Result<int>> EraseTogetherAsync(CustomersErasureCommand command, CancellationToken cancellationToken);
}

/// <summary>A request to erase a customer.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Target">Which customer.</param>
/// <param name="RequestId">Names the request in the tombstone and in logs.</param>
public sealed record CustomerErasureCommand(Caller Caller, CustomerKey Target, string RequestId)
{
    /// <summary>Which version the request is meant for.</summary>
    public Precondition Precondition { get; init; } = Precondition.None;

    /// <summary>How to carry it out.</summary>
    public WriteTerms<long> Terms { get; init; } = WriteTerms<long>.Plain;
}

/// <summary>A request to erase several customers.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Targets">Which customers, by references or unique values; one may be named twice.</param>
/// <param name="RequestId">Names the request in the tombstones and in logs.</param>
public sealed record CustomersErasureCommand(Caller Caller, ValueList<CustomerKey> Targets, string RequestId)
{
    /// <summary>Which version of each customer the request is meant for.</summary>
    public Precondition Precondition { get; init; } = Precondition.None;

    /// <summary>How to carry it out.</summary>
    public WriteTerms<int> Terms { get; init; } = WriteTerms<int>.Plain;
}
