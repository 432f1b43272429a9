using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CustomerUpdate.Benchmarks.Load.Customers;

/// <summary>A file of SQLite's.</summary>
internal sealed class SqliteStore(string path) : IStore
{
    public string IdOfCopy => "'0198F000-0000-7000-8000-' || substr('000000000000' || n, -12)";

    public string Written(string id) => id.ToUpperInvariant();

    public string Copy(Column column) => column.Type == "TEXT"
        ? $"replace(template.{column.Name}, '{TemplateCustomer.Number}', n)"
        : $"template.{column.Name}";

    public string Numbers(long from, long to) => string.Create(CultureInfo.InvariantCulture,
        $"(WITH RECURSIVE numbers(n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM numbers WHERE n < {to}) SELECT n FROM numbers)");

    public async Task<DbConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    public async Task<FillingSession> BeginFillingAsync(IReadOnlyList<string> tables)
    {
        var connection = await OpenAsync();
        await connection.ExecuteAsync("PRAGMA foreign_keys = OFF");
        var indexes = await connection.QueryAsync(
            $"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({string.Join(", ", tables.Select(table => $"'{table}'"))})",
            row => (row.GetString(0), row.GetString(1)));
        return await new FillingSession(
            connection, table => $"SELECT name, type FROM pragma_table_info('{table}')", indexes, ["ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)"]).BeginAsync();
    }
}
