using System.Globalization;
using CustomerUpdate.Api.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CustomerUpdate.Api.Storage.Engines;

/// <summary>PostgreSQL. Writers do not wait for each other here: rows are locked, not the database.</summary>
internal sealed class PostgresEngine : IDatabaseEngine
{
    public DatabaseFault Classify(Exception exception) => ExceptionChain.Find<NpgsqlException>(exception) switch
    {
        null => exception is DbUpdateConcurrencyException ? DatabaseFault.LostRace : DatabaseFault.Permanent,
        PostgresException error when IsLostRace(error.SqlState) => DatabaseFault.LostRace,
        PostgresException error when IsSchemaBehind(error.SqlState) => DatabaseFault.SchemaBehind,
        { IsTransient: true } => DatabaseFault.Unavailable,
        _ => DatabaseFault.Permanent,
    };

    public Task PrepareAsync(CustomerDbContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask<IDisposable?> TakeWriteTurnAsync(CancellationToken cancellationToken) => default;

    // Vacuuming is the server's, and so is what it keeps to recover and to replicate.
    public Task ClearTracesAsync(CustomerDbContext db) => Task.CompletedTask;

    public Task BoundWaitsAsync(CustomerDbContext db, TimeSpan? limit, CancellationToken cancellationToken) => limit is { } bound
        ? db.Database.ExecuteSqlAsync($"SELECT set_config('lock_timeout', {bound.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)}, true)", cancellationToken)
        : db.Database.ExecuteSqlRawAsync("SET LOCAL lock_timeout TO DEFAULT", cancellationToken);

    // A violated key is a lost race too: the faster one wrote the same version, took the same value, or took the customer away.
    private static bool IsLostRace(string state) => state
        is PostgresErrorCodes.UniqueViolation
        or PostgresErrorCodes.ForeignKeyViolation
        or PostgresErrorCodes.SerializationFailure
        or PostgresErrorCodes.DeadlockDetected
        or PostgresErrorCodes.LockNotAvailable;

    // The database itself may be what is not there.
    private static bool IsSchemaBehind(string state) => state
        is PostgresErrorCodes.UndefinedTable
        or PostgresErrorCodes.UndefinedColumn
        or PostgresErrorCodes.InvalidCatalogName;
}
