using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>
/// A statement of PostgreSQL's about many rows that are sent with it, whose text is the same however many they are, so that it is prepared
/// once. A single row is sent plainly, which is planned and carried out faster than arrays of one.
/// </summary>
/// <typeparam name="TRow">What the rows are made of.</typeparam>
internal sealed class BatchStatement<TRow>
{
    private readonly BatchColumn<TRow>[] columns;
    private readonly string ofMany;
    private readonly string ofOne;

    /// <summary>Makes the statement.</summary>
    /// <param name="sql">Its text, with <c>{rows}</c> where the rows come from, and <c>{count}</c> for how many there are.</param>
    /// <param name="columns">The rows' columns.</param>
    public BatchStatement(string sql, params BatchColumn<TRow>[] columns)
    {
        this.columns = columns;
        var names = string.Join(", ", columns.Select(column => column.Name));
        var arrays = string.Join(", ", columns.Select((column, index) => Parameter(index, column.Type + "[]")));
        var values = string.Join(", ", columns.Select((column, index) => Parameter(index, column.Type)));
        ofMany = sql.Replace("{rows}", $"unnest({arrays}) WITH ORDINALITY AS n({names}, ordinal)", StringComparison.Ordinal)
            .Replace("{count}", "cardinality($1)", StringComparison.Ordinal);
        ofOne = sql.Replace("{rows}", $"(VALUES ({values}, 1::bigint)) AS n({names}, ordinal)", StringComparison.Ordinal)
            .Replace("{count}", "1", StringComparison.Ordinal);
    }

    /// <summary>A column of texts.</summary>
    public static BatchColumn<TRow> Text(string name, Func<TRow, string?> read) => new BatchColumn<TRow, string?>(name, "text", NpgsqlDbType.Text, read);

    /// <summary>A column of ids.</summary>
    public static BatchColumn<TRow> Id(string name, Func<TRow, Guid> read) => new BatchColumn<TRow, Guid>(name, "uuid", NpgsqlDbType.Uuid, read);

    /// <summary>A column of ids that may be missing.</summary>
    public static BatchColumn<TRow> OptionalId(string name, Func<TRow, Guid?> read) => new BatchColumn<TRow, Guid?>(name, "uuid", NpgsqlDbType.Uuid, read);

    /// <summary>A column of whole numbers.</summary>
    public static BatchColumn<TRow> Number(string name, Func<TRow, long> read) => new BatchColumn<TRow, long>(name, "bigint", NpgsqlDbType.Bigint, read);

    /// <summary>A column of times.</summary>
    public static BatchColumn<TRow> Time(string name, Func<TRow, DateTimeOffset> read) =>
        new BatchColumn<TRow, DateTimeOffset>(name, "timestamptz", NpgsqlDbType.TimestampTz, read);

    /// <summary>The command for some rows.</summary>
    public NpgsqlBatchCommand About(IReadOnlyList<TRow> rows)
    {
        var isOne = rows.Count == 1;
        var command = new NpgsqlBatchCommand(isOne ? ofOne : ofMany);
        foreach (var column in columns)
        {
            command.Parameters.Add(isOne ? column.Value(rows[0]) : column.Values(rows));
        }

        return command;
    }

    private static string Parameter(int index, string type) => string.Create(CultureInfo.InvariantCulture, $"${index + 1}::{type}");
}
