using Npgsql;

namespace CustomerUpdate.Api.Tests.Databases;

/// <summary>
/// The PostgreSQL server of this test process: found or started once, when a test first asks for it. Looked for in this order: the connection
/// string in <see cref="ConnectionStringVariable"/>, the server's binaries on this machine, Docker. Tests never skip for want of one.
/// </summary>
internal sealed class PostgresServer
{
    /// <summary>The environment variable with a connection string whose role may create databases.</summary>
    public const string ConnectionStringVariable = "CUSTOMERUPDATE_TEST_POSTGRES";

    private static readonly Lazy<Task<PostgresServer>> Instance = new(FindOrStartAsync);

    private readonly NpgsqlDataSource administration;
    private readonly string connectionString;

    private PostgresServer(string connectionString)
    {
        this.connectionString = connectionString;
        administration = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 4, CommandTimeout = 120 });
    }

    /// <summary>The server, started if need be.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it does not start; the message says how to get one, or why.</exception>
    public static Task<PostgresServer> GetAsync() => Instance.Value;

    /// <summary>How to reach one of its databases. Pools are small, because many hosts run side by side.</summary>
    public string ConnectionStringTo(string database) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database, MaxPoolSize = 20 }.ConnectionString;

    /// <summary>Makes a database that begins as a copy of another.</summary>
    public async Task CreateDatabaseAsync(string name, string template)
    {
        await using var connection = await administration.OpenConnectionAsync();

        // Since version 15 a copy goes through the log page by page, unless it is asked for as it was before: files, which is five times as fast here.
        var strategy = connection.PostgreSqlVersion.Major >= 15 ? "STRATEGY file_copy" : "";
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8' {strategy}", connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Runs a statement that is not inside any test's database.</summary>
    public async Task ExecuteAsync(string statement)
    {
        await using var command = administration.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresServer> FindOrStartAsync()
    {
        if (Environment.GetEnvironmentVariable(ConnectionStringVariable) is { Length: > 0 } given)
        {
            return new PostgresServer(given);
        }

        var launch = PostgresBinaries.FindLaunch() ?? await PostgresContainer.FindLaunchAsync() ?? throw new InvalidOperationException(
            $"These tests need PostgreSQL and found none. Install the server (Debian: apt-get install postgresql), or start Docker, or set " +
            $"{ConnectionStringVariable} to a connection string whose role may create databases. tests/run.sh installs it by itself.");
        return new PostgresServer(await launch.StartAsync());
    }
}
