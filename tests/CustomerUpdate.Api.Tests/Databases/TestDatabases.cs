namespace CustomerUpdate.Api.Tests.Databases;

/// <summary>The engines that every API test runs on, and a fresh database on each.</summary>
public static class TestDatabases
{
    /// <summary>The engines, in the order in which tests list them.</summary>
    public static IReadOnlyList<string> Names { get; } = [PostgresDatabase.Engine, SqliteDatabase.Engine];

    /// <summary>Creates an empty database.</summary>
    /// <param name="name">The engine: one of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such engine.</exception>
    /// <exception cref="InvalidOperationException">No PostgreSQL server can be found or started; the message says how to get one.</exception>
    public static async ValueTask<DatabaseUnderTest> CreateAsync(string name) => name switch
    {
        PostgresDatabase.Engine => await PostgresDatabase.CreateAsync(),
        SqliteDatabase.Engine => SqliteDatabase.Create(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, $"Known engines: {string.Join(", ", Names)}."),
    };
}
