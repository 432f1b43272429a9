using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>An update that waits to be committed together with others.</summary>
/// <param name="command">What is asked for.</param>
/// <param name="preparation">Applies it.</param>
/// <param name="cancellationToken">Whether anybody still asks. Looked at until its batch begins; from then on it is carried out.</param>
internal sealed class PendingCommit(CustomerUpdateCommand command, UpdatePreparation preparation, CancellationToken cancellationToken)
{
    private const int MaximumTries = 3;

    // The batch that completes it goes on with the next one, and not with whatever waits here.
    private readonly TaskCompletionSource<Result<UpdatedCustomer>?> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What came of it; null where it has to be committed alone.</summary>
    public Task<Result<UpdatedCustomer>?> Outcome => completion.Task;

    private int tries;

    /// <summary>Which customer it is about.</summary>
    public CommitTarget Target { get; } = new(command.Caller.Tenant.Id, command.Target);

    /// <summary>Applies it.</summary>
    public UpdatePreparation Preparation => preparation;

    /// <summary>Whether it is to be carried out; ends it where nobody asks any more.</summary>
    public bool IsWanted() => !cancellationToken.IsCancellationRequested || !completion.TrySetCanceled(cancellationToken);

    /// <summary>Whether it may be tried once more together with others; counts the try that was in vain.</summary>
    public bool MayTryAgain() => ++tries < MaximumTries;

    /// <summary>Tells what came of it.</summary>
    public void Complete(Result<UpdatedCustomer> outcome) => completion.TrySetResult(outcome);

    /// <summary>Sends it on its own way.</summary>
    public void GoAlone() => completion.TrySetResult(null);
}

/// <summary>A customer as a request points at it.</summary>
/// <param name="TenantId">In which tenant.</param>
/// <param name="Key">By what.</param>
internal readonly record struct CommitTarget(Guid TenantId, Core.Customers.CustomerKey Key);
