using System.Data.Common;
using CustomerUpdate.Api.Storage.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage.Engines;

/// <summary>
/// SQLite, which has one writer at a time. The writers of this process queue here, because those that wait inside SQLite block a thread
/// each and are served in no order, so that some starve. Other processes are waited for inside SQLite.
/// </summary>
internal sealed class SqliteEngine : IDatabaseEngine, IDisposable
{
    // https://sqlite.org/rescode.html
    private const int Error = 1;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int IoError = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int ForeignKeyViolation = 787;
    private const int PrimaryKeyViolation = 1555;
    private const int UniqueViolation = 2067;

    private const int ClearingTries = 5;

    private static readonly TimeSpan ClearingPause = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim writers = new(1, 1);

    public DatabaseFault Classify(Exception exception) => ExceptionChain.Find<SqliteException>(exception) switch
    {
        null => exception is DbUpdateConcurrencyException ? DatabaseFault.LostRace : DatabaseFault.Permanent,
        { SqliteErrorCode: Busy or Locked } => DatabaseFault.LostRace,
        { SqliteErrorCode: IoError or Full or CannotOpen } => DatabaseFault.Unavailable, // until somebody makes room
        { SqliteErrorCode: Error } error when IsSchemaBehind(error.Message) => DatabaseFault.SchemaBehind,
        { SqliteExtendedErrorCode: ForeignKeyViolation or PrimaryKeyViolation or UniqueViolation } => DatabaseFault.LostRace,
        _ => DatabaseFault.Permanent,
    };

    // A commit then waits for the disk once and not three times, and nobody who reads waits for anybody who writes. The file remembers it.
    public Task PrepareAsync(CustomerDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = wal", cancellationToken);

    public async ValueTask<IDisposable?> TakeWriteTurnAsync(CancellationToken cancellationToken)
    {
        await writers.WaitAsync(cancellationToken);
        return new Turn(writers);
    }

    // The write-ahead file has pages as they were before. It can be emptied once nobody reads in it, which is a matter of milliseconds, or of an export.
    public async Task ClearTracesAsync(CustomerDbContext db)
    {
        await db.Database.OpenConnectionAsync();
        await using var checkpoint = db.Database.GetDbConnection().CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        for (var tries = 1; !await IsThroughAsync(checkpoint) && tries < ClearingTries; tries++)
        {
            await Task.Delay(ClearingPause);
        }
    }

    // One writer at a time: whoever gets to write waits for nobody's locks any more.
    public Task BoundWaitsAsync(CustomerDbContext db, TimeSpan? limit, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => writers.Dispose();

    // Its first column is 1 where somebody was in the way.
    private async Task<bool> IsThroughAsync(DbCommand checkpoint)
    {
        using var turn = await TakeWriteTurnAsync(CancellationToken.None);
        return await checkpoint.ExecuteScalarAsync() is 0L;
    }

    // What is wrong with a statement has one code, and is told apart by its text alone.
    private static bool IsSchemaBehind(string message) =>
        message.Contains("no such table", StringComparison.Ordinal) || message.Contains("no such column", StringComparison.Ordinal);

    private sealed class Turn(SemaphoreSlim writers) : IDisposable
    {
        public void Dispose() => writers.Release();
    }
}
