using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>
/// Commits updates one by one, each in its own transaction, and optimistically: load, apply, write if nobody was faster, else all of it
/// again on the newer state. The database holds no lock while a change is applied, and no update can be lost.
/// </summary>
internal sealed class LoneCommits(
    IDbContextFactory<CustomerDbContext> databases,
    IDatabaseEngine engine,
    CommitTurns turns,
    WriteTransactions transactions,
    OtpChallenges challenges)
{
    /// <summary>Commits an update; see <see cref="ICustomerCommits"/>.</summary>
    public async Task<Result<UpdatedCustomer>> CommitAsync(
        CustomerUpdateCommand command, UpdatePreparation preparation, CancellationToken cancellationToken)
    {
        if (await FindIdAsync(command, cancellationToken) is not { } customerId)
        {
            return Failure.Of(FailureKind.NotFound);
        }

        using var turn = await turns.TakeAsync(customerId, cancellationToken);
        var result = await engine.CommitAsync(() => TryAsync(command, preparation, cancellationToken), cancellationToken);
        if (preparation.Proof.FailedTryOf is { } tried)
        {
            // Outside the update's transaction, and to its end: hanging up makes no try free.
            OtpMetrics.CountWrong();
            return await challenges.CountFailureAsync(command.Caller.Tenant.Id, tried, CancellationToken.None);
        }

        return result;
    }

    private async Task<Guid?> FindIdAsync(CustomerUpdateCommand command, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.FindCustomerIdAsync(command.Caller.Tenant.Id, command.Target, cancellationToken);
    }

    private async Task<Result<UpdatedCustomer>> TryAsync(
        CustomerUpdateCommand command, UpdatePreparation preparation, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if ((await preparation.PrepareAsync(db, cancellationToken)).TryFailure(out var update, out var failure))
        {
            return failure;
        }

        var outcome = update.Outcome with { IsDryRun = command.IsDryRun };
        if (!update.IsNeeded && update.Spent is null && command.Terms.Keep is null)
        {
            return outcome;
        }

        var written = await transactions.WriteAsync(db, command.Terms, outcome, outcome.Customer.Id, SaveAsync, cancellationToken);
        if (!command.IsDryRun && !written.TryFailure(out _, out _))
        {
            Measure(update);
        }

        return written;

        async Task SaveAsync()
        {
            if (update.IsNeeded)
            {
                await db.UpdateAvatarAsync(update, command.Change.Uploaded, cancellationToken);
                db.UpdateCustomer(update);
            }

            if (update.Spent is { } spent)
            {
                db.OtpChallenges.Remove(spent);
            }
            else
            {
                await db.EndChallengeToOldAddressAsync(update, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static void Measure(PreparedUpdate update)
    {
        if (update.IsNeeded)
        {
            CommitMetrics.RecordBatch(1);
        }

        if (update.Spent is not null)
        {
            OtpMetrics.CountSpent();
        }
    }
}
