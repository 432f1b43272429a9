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
        { IsTransient: true } => DatabaseFault.Unavailable,
        _ => DatabaseFault.Permanent,
    };

    public ValueTask<IDisposable?> TakeWriteTurnAsync(CancellationToken cancellationToken) => default;

    // A violated key is a lost race too: the faster one wrote the same version, took the same value, or took the customer away.
    private static bool IsLostRace(string state) => state
        is PostgresErrorCodes.UniqueViolation
        or PostgresErrorCodes.ForeignKeyViolation
        or PostgresErrorCodes.SerializationFailure
        or PostgresErrorCodes.DeadlockDetected;
}
