using Npgsql;

namespace CustomerUpdate.Api.Tests.Databases;

/// <summary>A database of its own on the test process's PostgreSQL server.</summary>
internal sealed class PostgresDatabase : DatabaseUnderTest
{
    /// <summary>The engine's name in tests.</summary>
    public const string Engine = "postgres";

    private readonly PostgresServer server;
    private readonly string database;
    private readonly string connectionString;

    private PostgresDatabase(PostgresServer server, string database)
    {
        this.server = server;
        this.database = database;
        connectionString = server.ConnectionStringTo(database);
        Settings = new Dictionary<string, string?> { ["ConnectionStrings:Customers"] = connectionString };
    }

    public override string Name => Engine;

    public override IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>Creates the database, on a server that is started if this is the first.</summary>
    /// <remarks>From template0: what a developer put into his own server's template1 is not part of a test.</remarks>
    public static async Task<PostgresDatabase> CreateAsync() => await CreateAsync(await PostgresServer.GetAsync(), "template0");

    public override async ValueTask<DatabaseUnderTest> CopyAsync()
    {
        EndIdleConnections();
        return await CreateAsync(server, database);
    }

    public override async ValueTask DisposeAsync()
    {
        EndIdleConnections();
        await server.ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
    }

    private void EndIdleConnections()
    {
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private static async Task<PostgresDatabase> CreateAsync(PostgresServer server, string template)
    {
        var database = $"cu_{Guid.NewGuid():N}";
        await server.CreateDatabaseAsync(database, template);
        return new PostgresDatabase(server, database);
    }
}
