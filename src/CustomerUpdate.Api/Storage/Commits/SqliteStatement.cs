using Microsoft.Data.Sqlite;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>A statement of SQLite's about one row. Its columns are its parameters, each by its name after a dollar sign.</summary>
/// <typeparam name="TRow">What the row is made of.</typeparam>
/// <param name="sql">Its text.</param>
/// <param name="columns">The row's columns.</param>
internal sealed class SqliteStatement<TRow>(string sql, params SqliteColumn<TRow>[] columns) : ISqliteStatement
{
    /// <summary>A column of texts.</summary>
    public static SqliteColumn<TRow> Text(string name, Func<TRow, string?> read) => new(name, SqliteType.Text, read);

    /// <summary>A column of ids, which may be missing.</summary>
    public static SqliteColumn<TRow> Id(string name, Func<TRow, Guid?> read) => new(name, SqliteType.Text, row => read(row)); // the driver writes capitals

    /// <summary>A column of whole numbers.</summary>
    public static SqliteColumn<TRow> Number(string name, Func<TRow, long> read) => new(name, SqliteType.Integer, row => read(row));

    /// <summary>A column of times, which may be missing.</summary>
    public static SqliteColumn<TRow> Time(string name, Func<TRow, DateTimeOffset?> read) => new(name, SqliteType.Integer, row => read(row)?.UtcTicks);

    /// <inheritdoc/>
    public SqliteCommand PrepareOn(SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var column in columns)
        {
            command.Parameters.Add("$" + column.Name, column.Type);
        }

        command.Prepare();
        return command;
    }

    /// <summary>Gives a command that was prepared here the values of a row.</summary>
    public void Bind(SqliteCommand command, TRow row)
    {
        for (var index = 0; index < columns.Length; index++)
        {
            command.Parameters[index].Value = columns[index].Read(row) ?? DBNull.Value;
        }
    }
}

/// <summary>A statement that can be prepared.</summary>
internal interface ISqliteStatement
{
    /// <summary>The command that carries it out on a connection.</summary>
    SqliteCommand PrepareOn(SqliteConnection connection);
}

/// <summary>A column of a row, written as the model's converters write it.</summary>
/// <typeparam name="TRow">What the row is made of.</typeparam>
/// <param name="Name">Its name.</param>
/// <param name="Type">How it is stored.</param>
/// <param name="Read">A row's value.</param>
internal sealed record SqliteColumn<TRow>(string Name, SqliteType Type, Func<TRow, object?> Read);
