using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace CustomerUpdate.Benchmarks.Load.Customers;

/// <summary>A database of PostgreSQL's.</summary>
internal sealed class PostgresStore(string connectionString) : IStore
{
    public string IdOfCopy => "('0198f000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid";

    public string Written(string id) => id;

    // Each a second older than the one before, so that lists have an order.
    public string Copy(Column column) => column.Type switch
    {
        "json" or "jsonb" => $"replace(template.{column.Name}::text, '{TemplateCustomer.Number}', n::text)::{column.Type}",
        "text" or "character varying" => $"replace(template.{column.Name}, '{TemplateCustomer.Number}', n::text)",
        "timestamp with time zone" => $"template.{column.Name} - (n - {TemplateCustomer.First}) * interval '1 second'",
        _ => $"template.{column.Name}",
    };

    public string Numbers(long from, long to) => string.Create(CultureInfo.InvariantCulture, $"generate_series({from}::bigint, {to}::bigint) AS n");

    public async Task<DbConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    public async Task<FillingSession> BeginFillingAsync(IReadOnlyList<string> tables)
    {
        var connection = await OpenAsync();
        await connection.ExecuteAsync("SET session_replication_role = replica"); // the copies point at each other as the template's rows do
        await connection.ExecuteAsync("SET synchronous_commit = off");
        var indexes = await connection.QueryAsync(
            $"""
            SELECT indexname, indexdef FROM pg_indexes
            WHERE tablename IN ({string.Join(", ", tables.Select(table => $"'{table}'"))}) AND indexname NOT IN (SELECT conname FROM pg_constraint)
            """,
            row => (row.GetString(0), row.GetString(1)));
        var columns = "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = ";
        return await new FillingSession(connection, table => $"{columns}'{table}'", indexes, ["VACUUM (ANALYZE)", "CHECKPOINT"]).BeginAsync();
    }
}
