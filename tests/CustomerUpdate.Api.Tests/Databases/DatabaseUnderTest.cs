namespace CustomerUpdate.Api.Tests.Databases;

/// <summary>An empty database that belongs to one test (or one test class) and is gone when it is disposed.</summary>
public abstract class DatabaseUnderTest : IAsyncDisposable
{
    /// <summary>The engine: one of <see cref="TestDatabases.Names"/>.</summary>
    public abstract string Name { get; }

    /// <summary>The configuration that makes the host use this database, as keys and values for <c>AddInMemoryCollection</c>.</summary>
    public abstract IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>Creates another one with all that is in this one, which nobody may be using meanwhile.</summary>
    public abstract ValueTask<DatabaseUnderTest> CopyAsync();

    /// <summary>Drops the database. Dispose the host that uses it first.</summary>
    public abstract ValueTask DisposeAsync();
}
