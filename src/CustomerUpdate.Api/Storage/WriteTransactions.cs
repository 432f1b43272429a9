using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Storage;

/// <summary>
/// The one transaction of a write: what is written, and the answer that is kept of it. A dry run does all of it and takes it back, so that
/// it finds out whatever the write itself would have.
/// </summary>
internal sealed class WriteTransactions(IDatabaseEngine engine, KeptAnswers answers)
{
    /// <summary>Writes.</summary>
    /// <param name="db">The context that writes.</param>
    /// <param name="terms">How.</param>
    /// <param name="outcome">What comes of it.</param>
    /// <param name="customerId">Whose data is in the answer; null where nobody's is.</param>
    /// <param name="write">Sends the statements.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The outcome; fails with <see cref="FailureKind.RequestInProgress"/> where a request of the same name was faster.</returns>
    public async Task<Result<T>> WriteAsync<T>(
        CustomerDbContext db, WriteTerms<T> terms, T outcome, Guid? customerId, Func<Task> write, CancellationToken cancellationToken)
    {
        using var turn = await engine.TakeWriteTurnAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Database.AutoSavepointsEnabled = false; // a transaction in which a statement failed is not gone on with
        if (terms.Keep is { } keep && !await answers.TryAddAsync(db, keep, outcome, customerId, cancellationToken))
        {
            return Failure.Of(FailureKind.RequestInProgress);
        }

        await write();
        if (!terms.IsDryRun)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return outcome;
    }
}
