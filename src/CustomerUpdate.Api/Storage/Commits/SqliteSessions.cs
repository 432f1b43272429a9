namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>The connections of the commit queue: the next batch is loaded while one is written.</summary>
/// <param name="connectionString">How the file is opened.</param>
internal sealed class SqliteSessions(string connectionString) : IDisposable
{
    /// <summary>The one that reads.</summary>
    public SqliteSession Reads { get; } = new(connectionString, SqliteStatements.BeginToRead);

    /// <summary>The one that writes.</summary>
    public SqliteSession Writes { get; } = new(connectionString, SqliteStatements.BeginToWrite);

    public void Dispose()
    {
        Reads.Dispose();
        Writes.Dispose();
    }
}
