using CustomerUpdate.Api.Storage.Commits;
using CustomerUpdate.Api.Storage.Engines;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

/// <summary>A connection that stays open.</summary>
public sealed class SqliteSessionTests : IDisposable
{
    private static readonly SqliteStatement<string> Add = new("INSERT INTO texts (text) VALUES ($text)", SqliteStatement<string>.Text("text", text => text));
    private static readonly SqliteStatement<object?> Count = new("SELECT count(*) FROM texts");
    private static readonly SqliteStatement<object?> Make = new("CREATE TABLE IF NOT EXISTS texts (text TEXT NOT NULL UNIQUE)");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cu-session-");
    private readonly SqliteSession session;

    public SqliteSessionTests()
    {
        var file = Path.Combine(folder.FullName, "customers.db");
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = wal";
            command.ExecuteNonQuery();
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(SqliteFile.Setting, file)]).Build();
        session = new SqliteSession(SqliteFile.LastingConnectionString(configuration));
        session.Run(SqliteStatements.BeginToWrite, open => open.Read(Make, null).Dispose());
    }

    [Fact]
    public void A_transaction_that_fails_leaves_nothing_and_the_next_one_is_carried_out()
    {
        Assert.Throws<SqliteException>(() => Write("one", "two", "one"));
        Assert.Equal(0, Read());

        Write("one");
        Assert.Throws<InvalidOperationException>(() => session.Run(SqliteStatements.BeginToWrite, open =>
        {
            open.Write(Add, ["two"]);
            throw new InvalidOperationException("nobody's fault");
        }));

        Assert.Equal(1, Read());
    }

    // What was written ahead is brought over and its file deleted when the last connection ends.
    [Fact]
    public void Its_connection_lasts_until_it_is_disposed_and_then_the_file_is_let_go_of()
    {
        Write("one");
        Assert.Contains(folder.GetFiles(), file => file.Name.EndsWith("-wal", StringComparison.Ordinal));

        session.Dispose();

        Assert.Equal("customers.db", Assert.Single(folder.GetFiles()).Name);
        Assert.Throws<ObjectDisposedException>(() => Read());
    }

    public void Dispose()
    {
        session.Dispose();
        folder.Delete(recursive: true);
    }

    private void Write(params string[] texts) => session.Run(SqliteStatements.BeginToWrite, open => open.Write(Add, texts));

    private long Read()
    {
        var count = 0L;
        session.Run(SqliteStatements.BeginToRead, open =>
        {
            using var reader = open.Read(Count, null);
            count = reader.Read() ? reader.GetInt64(0) : 0;
        });
        return count;
    }
}
