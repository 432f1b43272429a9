using System.Data.Common;

namespace CustomerUpdate.Benchmarks.Load.Customers;

/// <summary>Statements over a connection.</summary>
internal static class Queries
{
    /// <summary>Carries out a statement, however long that takes.</summary>
    public static async Task ExecuteAsync(this DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The rows of a query.</summary>
    public static async Task<IReadOnlyList<T>> QueryAsync<T>(this DbConnection connection, string query, Func<DbDataReader, T> read)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
