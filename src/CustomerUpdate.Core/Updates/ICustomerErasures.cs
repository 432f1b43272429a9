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
    /// The version that was erased. Failures: <see cref="FailureKind.NotFound"/>, and <see cref="FailureKind.Busy"/> when others were faster
    /// each time.
    /// </returns>
    Task<Result<long>> EraseAsync(Caller caller, Guid customerId, string requestId, CancellationToken cancellationToken);
}
