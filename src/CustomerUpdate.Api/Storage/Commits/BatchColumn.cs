using Npgsql;
using NpgsqlTypes;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>A column of the rows that are sent with a statement.</summary>
/// <typeparam name="TRow">What the rows are made of.</typeparam>
/// <param name="name">Its name, which may need quotes.</param>
/// <param name="type">Its type in PostgreSQL.</param>
internal abstract class BatchColumn<TRow>(string name, string type)
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Its type in PostgreSQL.</summary>
    public string Type => type;

    /// <summary>A single row's value as a parameter.</summary>
    public abstract NpgsqlParameter Value(TRow row);

    /// <summary>All rows' values as one parameter, an array.</summary>
    public abstract NpgsqlParameter Values(IReadOnlyList<TRow> rows);
}

/// <inheritdoc/>
/// <typeparam name="TRow">What the rows are made of.</typeparam>
/// <typeparam name="TValue">The values, as Npgsql takes them.</typeparam>
/// <param name="name">Its name.</param>
/// <param name="type">Its type in PostgreSQL.</param>
/// <param name="dbType">The same for Npgsql.</param>
/// <param name="read">A row's value.</param>
internal sealed class BatchColumn<TRow, TValue>(string name, string type, NpgsqlDbType dbType, Func<TRow, TValue> read) : BatchColumn<TRow>(name, type)
{
    public override NpgsqlParameter Value(TRow row) => new NpgsqlParameter<TValue> { NpgsqlDbType = dbType, TypedValue = read(row) };

    public override NpgsqlParameter Values(IReadOnlyList<TRow> rows)
    {
        var values = new TValue[rows.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = read(rows[index]);
        }

        return new NpgsqlParameter<TValue[]> { NpgsqlDbType = dbType | NpgsqlDbType.Array, TypedValue = values };
    }
}
