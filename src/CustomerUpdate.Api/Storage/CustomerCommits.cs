using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>
/// Commits updates optimistically: load, apply, write if nobody was faster, else all of it again on the newer state. The database holds
/// no lock while a change is applied, and no update can be lost.
/// </summary>
internal sealed class CustomerCommits(
    IDbContextFactory<CustomerDbContext> databases,
    IDatabaseEngine engine,
    EntryIds entryIds,
    CommitTurns turns,
    IPhoneNumberReader phones,
    IPasswordHashes passwords,
    TimeProvider clock) : ICustomerCommits
{
    private const int MaximumTries = 10;

    public async Task<Result<UpdatedCustomer>> CommitAsync(CustomerUpdateCommand command, CancellationToken cancellationToken)
    {
        var preparation = new UpdatePreparation(command, entryIds, phones, passwords, clock);
        if (await FindIdAsync(command, cancellationToken) is not { } customerId)
        {
            return Failure.Of(FailureKind.NotFound);
        }

        using var turn = await turns.TakeAsync(customerId, cancellationToken);
        for (var tries = 1; tries <= MaximumTries; tries++)
        {
            if (await TryAsync(preparation, cancellationToken) is { } result)
            {
                return result;
            }

            // Other hosts are faster: step out of their rhythm, by at most some milliseconds.
            await Task.Delay(Random.Shared.Next(1, 4 * tries), cancellationToken);
        }

        return Failure.Of(FailureKind.Busy);
    }

    private async Task<Guid?> FindIdAsync(CustomerUpdateCommand command, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.FindCustomerIdAsync(command.Caller.Tenant.Id, command.Target, cancellationToken);
    }

    /// <summary>One try; null where somebody else was faster, and then nothing was written.</summary>
    private async Task<Result<UpdatedCustomer>?> TryAsync(UpdatePreparation preparation, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            if ((await preparation.PrepareAsync(db, cancellationToken)).TryFailure(out var update, out var failure))
            {
                return failure;
            }

            if (update.IsNeeded)
            {
                db.UpdateCustomer(update);
                using var turn = await engine.TakeWriteTurnAsync(cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }

            return update.Outcome;
        }
        catch (Exception exception) when (engine.Classify(exception) == DatabaseFault.LostRace)
        {
            return null;
        }
        catch (Exception exception) when (engine.Classify(exception) == DatabaseFault.Unavailable)
        {
            return Failure.Of(FailureKind.Busy);
        }
    }
}
