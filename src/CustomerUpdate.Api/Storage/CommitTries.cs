using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Storage;

/// <summary>Optimistic commits: try, and where somebody else was faster, all of it again on the newer state.</summary>
internal static class CommitTries
{
    private const int Maximum = 10;

    /// <summary>
    /// Tries until a try comes to a result. A try reads, decides and writes in one transaction, so that it writes nothing when it is beaten.
    /// </summary>
    /// <returns>
    /// What the last try answered, or <see cref="FailureKind.Busy"/> when others were faster each time or the server cannot be used.
    /// </returns>
    public static async Task<Result<T>> CommitAsync<T>(
        this IDatabaseEngine engine, Func<Task<Result<T>>> attempt, CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= Maximum; tries++)
        {
            try
            {
                return await attempt();
            }
            catch (Exception exception) when (engine.Classify(exception) == DatabaseFault.LostRace)
            {
                // Other hosts are faster: step out of their rhythm, by at most some milliseconds.
                await Task.Delay(Random.Shared.Next(1, 4 * tries), cancellationToken);
            }
            catch (Exception exception) when (engine.Classify(exception) == DatabaseFault.Unavailable)
            {
                return Failure.Of(FailureKind.Busy);
            }
        }

        return Failure.Of(FailureKind.Busy);
    }
}
