using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>
/// Writes that others may race: tenants, keys, inboxes. Each attempt has a context of its own and one transaction; where somebody else was
/// faster, nothing was written, and the write is attempted again on what is there now.
/// </summary>
internal sealed class GuardedWrites(IDbContextFactory<CustomerDbContext> databases, IDatabaseEngine engine, KeptAnswers answers)
{
    /// <summary>Runs a write until it is through.</summary>
    /// <param name="write">Reads what it needs and writes. Runs anew at every attempt; a failure that it returns is final and writes nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the write returned, or <see cref="FailureKind.Busy"/>.</returns>
    public Task<Result<T>> RunAsync<T>(
        Func<CustomerDbContext, CancellationToken, Task<Result<T>>> write, CancellationToken cancellationToken) =>
        RunAsync(WriteTerms<T>.Plain, write, cancellationToken);

    /// <summary>The same, on terms.</summary>
    public Task<Result<T>> RunAsync<T>(
        WriteTerms<T> terms, Func<CustomerDbContext, CancellationToken, Task<Result<T>>> write, CancellationToken cancellationToken) =>
        engine.CommitAsync(() => AttemptAsync(terms, write, cancellationToken), cancellationToken);

    private async Task<Result<T>> AttemptAsync<T>(
        WriteTerms<T> terms, Func<CustomerDbContext, CancellationToken, Task<Result<T>>> write, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        using var turn = await engine.TakeWriteTurnAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var result = await write(db, cancellationToken);
        if (result.TryFailure(out var outcome, out _))
        {
            return result;
        }

        if (terms.Keep is { } keep && !await answers.TryAddAsync(db, keep, outcome, customerId: null, cancellationToken))
        {
            return Failure.Of(FailureKind.RequestInProgress);
        }

        if (!terms.IsDryRun)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return result;
    }
}
