using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>
/// Commits of many requests in one transaction: a transaction for each is what would cost most (docs/adr/0016-the-commit-queue.md). No member
/// ever suffers from another: where a batch cannot be written, each of its members goes its own way.
/// </summary>
internal sealed class SharedCommits
{
    /// <summary>The most updates of one transaction.</summary>
    public const int BatchSize = 64;

    private readonly IBatchStatements statements;
    private readonly IDatabaseEngine engine;
    private readonly CommitTurns turns;
    private readonly CommitLane<PendingCommit> lane;

    /// <summary>Makes the queue.</summary>
    /// <param name="statements">Reads and writes.</param>
    /// <param name="engine">Tells what went wrong.</param>
    /// <param name="turns">The turns to write customers.</param>
    /// <param name="limit">The most updates that wait.</param>
    public SharedCommits(IBatchStatements statements, IDatabaseEngine engine, CommitTurns turns, int limit)
    {
        this.statements = statements;
        this.engine = engine;
        this.turns = turns;
        lane = new CommitLane<PendingCommit>(limit, BatchSize, CommitAsync);
    }

    /// <summary>
    /// Whether a command can share its transaction, as far as it tells itself: it keeps no answer, looks at no one-time password, and
    /// brings nothing that takes long. What it turns out to touch decides the rest; see <see cref="UpdatePreparation.TryPrepareAsync"/>.
    /// </summary>
    public static bool CanHold(CustomerUpdateCommand command) =>
        command is { IsDryRun: false, Terms.Keep: null, Claim: OtpClaim.NotAsked, Change.Uploaded: null }
        && command.Change.Fields.All(field => field.Name != "password"); // hashing one takes longer than all else

    /// <summary>Commits an update together with whatever else waits.</summary>
    /// <returns>What came of it; null where it has to be committed alone.</returns>
    public async Task<Result<UpdatedCustomer>?> CommitAsync(PendingCommit update)
    {
        if (!lane.TryAdd(update))
        {
            return Failure.Of(FailureKind.Busy);
        }

        CommitMetrics.Enqueue();
        try
        {
            return await update.Outcome;
        }
        finally
        {
            CommitMetrics.Dequeue();
        }
    }

    private async Task CommitAsync(IReadOnlyList<PendingCommit> waiting)
    {
        var members = waiting.Where(member => member.IsWanted()).ToList();
        try
        {
            await WriteAsync(members);
        }
        catch (Exception unavailable) when (engine.Classify(unavailable) == DatabaseFault.Unavailable)
        {
            members.ForEach(member => member.Complete(Failure.Of(FailureKind.Busy)));
        }
#pragma warning disable CA1031 // whatever it was, it ends where the one to blame for it meets it again, alone
        catch (Exception)
#pragma warning restore CA1031
        {
            members.ForEach(member => member.GoAlone());
        }
    }

    private async Task WriteAsync(List<PendingCommit> members)
    {
        if (members.Count == 0)
        {
            return;
        }

        CommitBatch batch;
        using (var taken = turns.Hold())
        {
            var loaded = await statements.LoadAsync([.. members.Select(member => member.Target).Where(target => CustomerQueries.IsPossible(target.Key)).Distinct()]);
            batch = await CommitBatch.ApplyAsync(members, loaded, taken);
            if (batch.Written is { Count: > 0 } written)
            {
                await statements.WriteAsync(written);
                CommitMetrics.RecordBatch(written.Count);
            }
        }

        batch.Complete();
    }
}
