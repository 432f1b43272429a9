using System.Data.Common;
using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Whether the database is there and has the tables that this build needs.</summary>
internal sealed class DatabaseSchema(IDbContextFactory<CustomerDbContext> databases, IDatabaseEngine engine)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Whoever asks whether a host is ready asks often, and takes no answer for none.
    private static readonly TimeSpan ReadyPatience = TimeSpan.FromSeconds(2);

    /// <summary>Opens a connection, once.</summary>
    /// <exception cref="System.Data.Common.DbException">The database cannot be used.</exception>
    /// <exception cref="TimeoutException">It does not answer.</exception>
    public async Task ReachAsync(CancellationToken cancellationToken)
    {
        try
        {
            await OpenAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"it did not answer within {Patience.TotalSeconds} seconds");
        }
    }

    /// <summary>Brings the schema up to date. Hosts that start together wait for one another.</summary>
    /// <returns>The migrations that were pending.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await engine.PrepareAsync(db, cancellationToken);
        string[] pending = [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];
        await MigrateAsync(db, pending.Length, cancellationToken);
        return pending;
    }

    // Hosts wait for one another before each migration, but one that waited still carries out the list that it read before. The database
    // refuses what is there already; then the rest, which others have not done, is tried again.
    private static async Task MigrateAsync(CustomerDbContext db, int pending, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await db.Database.MigrateAsync(cancellationToken);
                return;
            }
            catch (DbException)
            {
                var left = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
                if (left >= pending)
                {
                    throw;
                }

                pending = left;
            }
        }
    }

    /// <summary>
    /// Whether the store can be used: it answers within two seconds, and no migration is pending. Never throws. One small query, so that it
    /// can be asked often; nothing is remembered of the answer, since a database can be put back, or another one in its place.
    /// </summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await IsCurrentAsync(cancellationToken).WaitAsync(ReadyPatience, cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException
            || ExceptionChain.Find<DbException>(exception) is not null)
        {
            return false;
        }
    }

    // A connection that was kept may have ended with a server that is back: the second try opens one.
    private async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await HasAllMigrationsAsync(cancellationToken);
        }
        catch (Exception exception) when (engine.Classify(exception) == DatabaseFault.Unavailable)
        {
            return await HasAllMigrationsAsync(cancellationToken);
        }
    }

    private async Task<bool> HasAllMigrationsAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        db.Database.SetCommandTimeout(ReadyPatience);
        var applied = await db.Database.SqlQuery<string>($"""SELECT "MigrationId" AS "Value" FROM "__EFMigrationsHistory" """).ToListAsync(cancellationToken);
        return !db.Database.GetMigrations().Except(applied).Any();
    }

    // Left behind where it takes too long: the driver heeds no cancellation while it waits for a server's first word.
    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
    }
}
