using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CustomerUpdate.Api.Tests.Databases;

/// <summary>That the databases which every other test stands on are real, empty, separate and gone afterwards.</summary>
public sealed class TestDatabasesTests
{
    public static TheoryData<string> Engines => new(TestDatabases.Names);

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_new_database_keeps_what_is_written(string engine)
    {
        await using var database = await TestDatabases.CreateAsync(engine);
        await using var connection = await OpenAsync(database);

        await ExecuteAsync(connection, "CREATE TABLE notes (text varchar(20))");
        await ExecuteAsync(connection, "INSERT INTO notes VALUES ('Müller')");

        Assert.Equal(engine, database.Name);
        Assert.Equal("Müller", await ExecuteAsync(connection, "SELECT text FROM notes"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Two_databases_are_separate(string engine)
    {
        await using var one = await TestDatabases.CreateAsync(engine);
        await using var other = await TestDatabases.CreateAsync(engine);
        await using var connectionToOne = await OpenAsync(one);
        await using var connectionToOther = await OpenAsync(other);

        await ExecuteAsync(connectionToOne, "CREATE TABLE notes (text varchar(20))");

        await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync(connectionToOther, "SELECT text FROM notes"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_copy_has_what_was_in_the_original_and_nothing_that_comes_later(string engine)
    {
        await using var original = await TestDatabases.CreateAsync(engine);
        await ExecuteAsync(original, "CREATE TABLE notes (text varchar(20))");
        await ExecuteAsync(original, "INSERT INTO notes VALUES ('early')");

        await using var copy = await original.CopyAsync();
        await ExecuteAsync(original, "INSERT INTO notes VALUES ('late')");

        Assert.Equal("early", await ExecuteAsync(copy, "SELECT max(text) FROM notes"));
        Assert.Equal("late", await ExecuteAsync(original, "SELECT max(text) FROM notes"));
    }

    [Fact]
    public async Task A_postgres_database_is_dropped_under_open_connections()
    {
        var database = await TestDatabases.CreateAsync("postgres");
        await using var connection = await OpenAsync(database);

        await database.DisposeAsync();

        await Assert.ThrowsAnyAsync<DbException>(() => OpenAsync(database));
    }

    [Fact]
    public async Task An_sqlite_database_leaves_no_file()
    {
        var database = await TestDatabases.CreateAsync("sqlite");
        var file = database.Settings["Database:SqlitePath"]!;
        await using (var connection = await OpenAsync(database))
        {
            await ExecuteAsync(connection, "CREATE TABLE notes (text varchar(20))");
        }

        Assert.True(File.Exists(file));
        await database.DisposeAsync();

        Assert.False(Directory.Exists(Path.GetDirectoryName(file)));
    }

    [Fact]
    public async Task An_unknown_engine_is_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await TestDatabases.CreateAsync("oracle"));

    private static async Task<DbConnection> OpenAsync(DatabaseUnderTest database)
    {
        DbConnection connection = database.Settings["ConnectionStrings:Customers"] is { } connectionString
            ? new NpgsqlConnection(connectionString)
            : new SqliteConnection($"Data Source={database.Settings["Database:SqlitePath"]}");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<object?> ExecuteAsync(DatabaseUnderTest database, string statement)
    {
        await using var connection = await OpenAsync(database);
        return await ExecuteAsync(connection, statement);
    }

    private static async Task<object?> ExecuteAsync(DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        return await command.ExecuteScalarAsync();
    }
}
