using System.Data.Common;

namespace CustomerUpdate.Benchmarks.Load.Customers;

/// <summary>A connection over which a store is filled, its indexes away meanwhile: making them afterwards takes a fraction of the time.</summary>
/// <param name="connection">The connection, which this one closes.</param>
/// <param name="columnsOf">The query for names and types of a table's columns.</param>
/// <param name="indexes">The names of the indexes that were taken away, and the statements that make them.</param>
/// <param name="end">What is done at the end.</param>
internal sealed class FillingSession(
    DbConnection connection, Func<string, string> columnsOf, IReadOnlyList<(string Name, string Definition)> indexes, IReadOnlyList<string> end) : IAsyncDisposable
{
    /// <summary>The columns of a table.</summary>
    public async Task<IReadOnlyList<Column>> ColumnsOfAsync(string table) =>
        await connection.QueryAsync(columnsOf(table), row => new Column(row.GetString(0), row.GetString(1)));

    /// <summary>Carries out a statement.</summary>
    public Task ExecuteAsync(string statement) => connection.ExecuteAsync(statement);

    /// <summary>Makes the indexes again.</summary>
    public async Task EndAsync()
    {
        foreach (var statement in indexes.Select(index => index.Definition).Concat(end))
        {
            await ExecuteAsync(statement);
        }
    }

    /// <summary>Takes the indexes away.</summary>
    public async Task<FillingSession> BeginAsync()
    {
        foreach (var (name, _) in indexes)
        {
            await ExecuteAsync($"DROP INDEX {name}");
        }

        return this;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
