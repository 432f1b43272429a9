using System.Globalization;
using CustomerUpdate.Api.Storage.Engines;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>
/// A connection to SQLite's file that stays open, with statements that stay prepared. One transaction at a time; one that fails ends the
/// connection, which takes back whatever it wrote and leaves nothing behind to the next one.
/// </summary>
/// <param name="connectionString">How the file is opened.</param>
internal sealed class SqliteSession(string connectionString) : IDisposable
{
    // Pages of the write-ahead file after which they are brought over into the file. SQLite's default of 1,000 are some 200 updates, and most pages
    // are then written again by the next ones: a fifth of the rate.
    private const int PagesAhead = 4_000;

    private readonly Lock gate = new();
    private readonly Dictionary<ISqliteStatement, SqliteCommand> prepared = [];
    private SqliteConnection? connection;
    private bool isDisposed;

    /// <summary>Carries out a transaction.</summary>
    /// <param name="begin">How it is opened.</param>
    /// <param name="work">What is done in it.</param>
    public void Run(SqliteStatement<object?> begin, Action<SqliteSession> work)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            try
            {
                Open();
                Command(begin, null).ExecuteNonQuery();
                work(this);
                Command(SqliteStatements.Commit, null).ExecuteNonQuery();
            }
            catch
            {
                Close();
                throw;
            }
        }
    }

    /// <summary>Carries out a statement that reads.</summary>
    public SqliteDataReader Read<TRow>(SqliteStatement<TRow> statement, TRow row) => Command(statement, row).ExecuteReader();

    /// <summary>Carries out statements that write, each of which has to hit its row.</summary>
    /// <exception cref="DbUpdateConcurrencyException">One did not.</exception>
    public void Write<TRow>(SqliteStatement<TRow> statement, IEnumerable<TRow> rows)
    {
        foreach (var row in rows)
        {
            if (Command(statement, row).ExecuteNonQuery() != 1)
            {
                throw new DbUpdateConcurrencyException("A customer is not any more what was read.");
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            Close();
        }
    }

    private SqliteCommand Command<TRow>(SqliteStatement<TRow> statement, TRow row)
    {
        if (!prepared.TryGetValue(statement, out var command))
        {
            prepared.Add(statement, command = statement.PrepareOn(connection!));
        }

        statement.Bind(command, row);
        return command;
    }

    private void Open()
    {
        if (connection is null)
        {
            connection = new SqliteConnection(connectionString);
            connection.Open();
            using var setting = connection.CreateCommand();
            setting.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA wal_autocheckpoint = {PagesAhead}; {SqliteErasing.Setting}");
            setting.ExecuteNonQuery();
        }
    }

    private void Close()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }

        prepared.Clear();
        connection?.Dispose();
        connection = null;
    }
}
