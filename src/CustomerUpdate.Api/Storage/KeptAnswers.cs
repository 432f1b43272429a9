using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>The answers to requests with idempotency keys. One is added in the transaction of the write that it is about, before that write.</summary>
internal sealed class KeptAnswers(IDbContextFactory<CustomerDbContext> databases, IDatabaseEngine engine, TimeProvider clock) : IKeptAnswers, ISwept
{
    /// <summary>How long a twin on another host is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public string Swept => "Kept answers";

    public async Task<Result<KeptAnswer>?> FindAsync(IdempotentRequest request, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = db.IdempotencyKeys.Where(row => row.TenantId == request.TenantId && row.Id == request.Id);
        var found = await rows.FirstOrDefaultAsync(cancellationToken);
        var now = clock.GetUtcMicroseconds();
        if (found is null)
        {
            return null;
        }

        if (found.ExpiresAt <= now)
        {
            await rows.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken); // its name is free again
            return null;
        }

        return found.Fingerprint == request.Fingerprint ? found.ToAnswer() : Failure.Of(FailureKind.IdempotencyKeyReused);
    }

    /// <summary>Adds the answer to a write, in the caller's transaction.</summary>
    /// <returns>
    /// False where a request of the same name was answered, or is being answered by another host that takes its time: then the transaction
    /// must not be committed.
    /// </returns>
    public async Task<bool> TryAddAsync<T>(
        CustomerDbContext db, AnswerToKeep<T> keep, T outcome, Guid? customerId, CancellationToken cancellationToken)
    {
        try
        {
            await engine.BoundWaitsAsync(db, Patience, cancellationToken);
            db.IdempotencyKeys.Add(
                IdempotencyKeyRow.Of(keep.Request, keep.Of(outcome), customerId, clock.GetUtcMicroseconds() + IKeptAnswers.Lifetime));
            await db.SaveChangesAsync(cancellationToken);
            await engine.BoundWaitsAsync(db, null, cancellationToken);
            return true;
        }
        catch (Exception beaten) when (engine.Classify(beaten) == DatabaseFault.LostRace)
        {
            return false;
        }
    }

    /// <summary>Erases the answers that have ended: they hold customers' data, which is kept no longer than promised.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcMicroseconds();
        using var turn = await engine.TakeWriteTurnAsync(cancellationToken);
        await db.IdempotencyKeys.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }
}
