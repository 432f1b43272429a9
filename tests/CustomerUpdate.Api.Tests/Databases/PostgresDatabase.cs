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
    public static async Task<PostgresDatabase> CreateAsync()
    {
        var server = await PostgresServer.GetAsync();
        var database = $"cu_{Guid.NewGuid():N}";

        // template0: what a developer put into his own server's template1 is not part of a test.
        await server.ExecuteAsync($"CREATE DATABASE {database} TEMPLATE template0 ENCODING 'UTF8'");
        return new PostgresDatabase(server, database);
    }

    public override async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await server.ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
    }
}
