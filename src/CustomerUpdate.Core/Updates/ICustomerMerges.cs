using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Core.Updates;

/// <summary>The port through which two customers become one.</summary>
public interface ICustomerMerges
{
    /// <summary>
    /// Merges one customer into another (see <see cref="ProfileMerge"/>). From then on the other's id and references answer the survivor; the
    /// histories of both stay readable, each under its own id.
    /// </summary>
    /// <returns>
    /// The survivor. Failures: <see cref="FailureKind.NotFound"/> where either is not there, <see cref="FailureKind.Invalid"/> where both are
    /// the same customer, and <see cref="FailureKind.Busy"/> when others were faster each time.
    /// </returns>
    Task<Result<UpdatedCustomer>> MergeAsync(CustomerMergeCommand command, CancellationToken cancellationToken);
}

/// <summary>A request to merge two customers.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Into">The survivor.</param>
/// <param name="From">The other.</param>
/// <param name="RequestId">Names the request in history and in logs.</param>
public sealed record CustomerMergeCommand(Caller Caller, CustomerKey Into, CustomerKey From, string RequestId)
{
    /// <summary>Which version of the survivor the request is meant for.</summary>
    public Precondition Precondition { get; init; } = Precondition.None;

    /// <summary>How to carry it out.</summary>
    public WriteTerms<UpdatedCustomer> Terms { get; init; } = WriteTerms<UpdatedCustomer>.Plain;
}
