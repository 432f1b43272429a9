using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Whether the database is there and has the tables that this build needs.</summary>
internal sealed class DatabaseSchema(IDbContextFactory<CustomerDbContext> databases)
{
    private volatile bool isCurrent;

    /// <summary>Brings the schema up to date. Hosts that start together wait for one another.</summary>
    /// <returns>The migrations that were pending.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        string[] pending = [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];
        await db.Database.MigrateAsync(cancellationToken);
        isCurrent = true;
        return pending;
    }

    /// <summary>
    /// Whether the store can be used: it answers, and no migration is pending. Never throws. Cheap enough to be asked often: a schema
    /// that was found current is not looked at again, since nothing takes migrations back under a running host.
    /// </summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            if (!await db.Database.CanConnectAsync(cancellationToken))
            {
                return false;
            }

            isCurrent = isCurrent || !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
            return isCurrent;
        }
        catch (Exception exception) when (exception is OperationCanceledException
            || ExceptionChain.Find<System.Data.Common.DbException>(exception) is not null)
        {
            return false;
        }
    }
}
