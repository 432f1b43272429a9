using System.Data;
using CustomerUpdate.Api.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

/// <summary>What is in SQLite's file of a customer, to the byte.</summary>
internal static class SqliteRows
{
    private static readonly (string Table, string Id)[] Tables =
    [
        ("customers", "id"), ("customer_keys", "customer_id"), ("customer_search", "customer_id"), ("customer_terms", "customer_id"), ("customer_changes", "customer_id"),
    ];

    /// <summary>The rows of a customer, each column with its type and its value as a literal. The customer's id is left out, so that two can be compared.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(CustomerDbContext db, Guid customerId)
    {
        await db.Database.OpenConnectionAsync();
        var rows = new List<string>();
        foreach (var (table, id) in Tables)
        {
            var columns = await QueryAsync(db, $"SELECT '''' || name || ' '' || typeof(' || name || ') || '' '' || quote(' || name || ')' FROM pragma_table_info('{table}')");
            var stored = Literal(customerId);
            rows.AddRange((await QueryAsync(db, $"SELECT {string.Join(" || ', ' || ", columns)} FROM {table} WHERE {id} = {stored}"))
                .Select(row => $"{table}: {row.Replace(stored, "its id", StringComparison.Ordinal)}").Order(StringComparer.Ordinal));
        }

        return rows;
    }

    private static string Literal(Guid id) => $"'{id.ToString().ToUpperInvariant()}'";

    private static async Task<List<string>> QueryAsync(CustomerDbContext db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // made of the schema's names
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.Default);
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
