namespace CustomerUpdate.Core.Updates;

/// <summary>
/// The one port through which updates are stored. Behind it lie loading, applying, and writing state, keys and history in one
/// transaction, again on a newer state when somebody else was faster.
/// </summary>
public interface ICustomerCommits
{
    /// <summary>Commits an update. When it answers with a customer, the update is durable.</summary>
    /// <returns>
    /// Failures: <see cref="FailureKind.NotFound"/>, <see cref="FailureKind.OtpRejected"/>, those of applying, and <see cref="FailureKind.Busy"/> when others were faster each time.
    /// </returns>
    Task<Result<UpdatedCustomer>> CommitAsync(CustomerUpdateCommand command, CancellationToken cancellationToken);
}
