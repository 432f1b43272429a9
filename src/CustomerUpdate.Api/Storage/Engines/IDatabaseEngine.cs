using CustomerUpdate.Api.Storage.Model;

namespace CustomerUpdate.Api.Storage.Engines;

/// <summary>Where the two engines differ at run time. Chosen when the host is composed.</summary>
internal interface IDatabaseEngine
{
    /// <summary>What an exception out of the engine means.</summary>
    DatabaseFault Classify(Exception exception);

    /// <summary>Does once what the engine wants done to a database, before its schema is looked at.</summary>
    Task PrepareAsync(CustomerDbContext db, CancellationToken cancellationToken);

    /// <summary>Waits for the turn to write; disposing it ends the turn. No turn may be taken inside another.</summary>
    ValueTask<IDisposable?> TakeWriteTurnAsync(CancellationToken cancellationToken);

    /// <summary>Clears away what deleted rows leave behind outside the tables, as far as nobody is reading it.</summary>
    Task ClearTracesAsync(CustomerDbContext db);

    /// <summary>Bounds how long the statements of the running transaction wait for others' locks, from here on; null as at its start.</summary>
    Task BoundWaitsAsync(CustomerDbContext db, TimeSpan? limit, CancellationToken cancellationToken);
}

/// <summary>What an exception out of a database engine means to a commit.</summary>
internal enum DatabaseFault
{
    /// <summary>An error of ours, or of the server's that will not go away: not to be hidden.</summary>
    Permanent,

    /// <summary>Somebody else was faster, and nothing was written: on the state that is there now, the same change may succeed.</summary>
    LostRace,

    /// <summary>The server cannot be used right now.</summary>
    Unavailable,

    /// <summary>The database lacks what this build needs, until somebody migrates it.</summary>
    SchemaBehind,
}
