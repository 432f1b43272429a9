using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>
/// Commits of many requests in one transaction: a transaction for each is what would cost most (docs/adr/0016-the-commit-queue.md). No member
/// ever suffers from another: where a batch cannot be written, each of its members goes its own way.
/// </summary>
internal sealed partial class SharedCommits
{
    /// <summary>The most updates of one transaction.</summary>
    public const int BatchSize = 64;

    private readonly IBatchStatements statements;
    private readonly IDatabaseEngine engine;
    private readonly CommitTurns turns;
    private readonly ILogger logger;
    private readonly CommitLane<PendingCommit> lane;
    private Task<CommitBatch?> writing = Task.FromResult<CommitBatch?>(null);

    /// <summary>Makes the queue.</summary>
    /// <param name="statements">Reads and writes.</param>
    /// <param name="engine">Tells what went wrong.</param>
    /// <param name="turns">The turns to write customers.</param>
    /// <param name="logger">Told of batches that failed.</param>
    /// <param name="limit">The most updates that wait.</param>
    public SharedCommits(IBatchStatements statements, IDatabaseEngine engine, CommitTurns turns, ILogger<SharedCommits> logger, int limit)
    {
        this.statements = statements;
        this.engine = engine;
        this.turns = turns;
        this.logger = logger;
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

    // The next batch is loaded while this one is written, and applied when that is over.
    private async Task CommitAsync(IReadOnlyList<PendingCommit> waiting)
    {
        var members = waiting.Where(member => member.IsWanted()).ToList();
        if (members.Count == 0)
        {
            return;
        }

        var held = turns.Hold();
        try
        {
            var loaded = await statements.LoadAsync([.. members.Select(member => member.Target).Where(target => CustomerQueries.IsPossible(target.Key)).Distinct()]);
            var before = await writing;
            writing = WriteAsync(await CommitBatch.ApplyAsync(members, loaded, held, before), members, held);
        }
#pragma warning disable CA1031 // whatever it was, it ends where the one to blame for it meets it again, alone
        catch (Exception failed)
#pragma warning restore CA1031
        {
            held.Dispose();
            End(members, failed);
        }
    }

    private async Task<CommitBatch?> WriteAsync(CommitBatch batch, List<PendingCommit> members, CommitTurns.Held held)
    {
        try
        {
            if (batch.Written is { Count: > 0 } written)
            {
                await statements.WriteAsync(written);
                CommitMetrics.RecordBatch(written.Count);
            }
        }
#pragma warning disable CA1031
        catch (Exception failed)
#pragma warning restore CA1031
        {
            held.Dispose();
            End(members, failed);
            return null;
        }

        held.Dispose();
        batch.Complete();
        return batch;
    }

    // Another host that wrote one of the customers is met again only by chance: all of them once more together cost less than each alone. Who is
    // alone is not to blame for anybody else, and a server that cannot be used is not asked once more for each.
    private void End(List<PendingCommit> members, Exception failed)
    {
        switch (engine.Classify(failed))
        {
            case DatabaseFault.Unavailable:
                Log.Unavailable(logger, members.Count, failed.GetBaseException().Message);
                members.ForEach(member => member.Complete(Failure.Of(FailureKind.Busy)));
                break;
            case DatabaseFault.LostRace:
                Log.Beaten(logger, members.Count);
                var chances = members.ToLookup(member => member.MayTryAgain());
                lane.Return(chances[true]);
                chances[false].ToList().ForEach(member => member.GoAlone());
                break;
            case DatabaseFault.Permanent or DatabaseFault.SchemaBehind:
                Log.Failed(logger, members.Count, failed.GetType().Name);
                members.ForEach(member => member.GoAlone());
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5, LogLevel.Warning, "The database could not commit {Count} updates: {Reason}")]
        public static partial void Unavailable(ILogger logger, int count, string reason);

        [LoggerMessage(6, LogLevel.Debug, "Somebody else was faster than a batch of {Count} updates")]
        public static partial void Beaten(ILogger logger, int count);

        [LoggerMessage(7, LogLevel.Warning, "A batch of {Count} updates failed ({Reason}): each is committed alone")]
        public static partial void Failed(ILogger logger, int count, string reason);
    }
}
