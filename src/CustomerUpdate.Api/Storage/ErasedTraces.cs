using System.Data.Common;
using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>
/// Has the engine clear away what erased rows leave behind outside the tables. Whoever is erased is erased before, whatever comes of it: who
/// asked is not told of it and does not wait for it in vain, and what is left is cleared with the next one.
/// </summary>
internal sealed class ErasedTraces(IDbContextFactory<CustomerDbContext> databases, IDatabaseEngine engine)
{
    /// <summary>Clears up after an erasure, if it was one.</summary>
    /// <param name="erased">What came of it, which is answered again.</param>
    /// <param name="terms">How it was carried out.</param>
    public async Task<Result<T>> ClearAfterAsync<T>(Result<T> erased, WriteTerms<T> terms)
    {
        if (!terms.IsDryRun && !erased.TryFailure(out _, out _))
        {
            await ClearAsync();
        }

        return erased;
    }

    private async Task ClearAsync()
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
            await engine.ClearTracesAsync(db);
        }
        catch (DbException)
        {
            // It is committed. An engine that cannot be used will say so to the next request.
        }
    }
}
