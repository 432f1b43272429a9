using CustomerUpdate.Api.Storage.Model;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>The statements of a batch on SQLite that keep what customers are searched by in step with them.</summary>
internal static class SqliteSearchStatements
{
    private const string OneTerm = "WHERE tenant_id = $tenant_id AND field = $field AND name = $name AND value = $value AND customer_id = $customer_id";

    private static readonly SqliteColumn<CustomerTermRow>[] TermKey =
    [
        SqliteStatement<CustomerTermRow>.Id("tenant_id", row => row.TenantId),
        SqliteStatement<CustomerTermRow>.Text("field", row => row.Field),
        SqliteStatement<CustomerTermRow>.Text("name", row => row.Name),
        SqliteStatement<CustomerTermRow>.Text("value", row => row.Value),
        SqliteStatement<CustomerTermRow>.Id("customer_id", row => row.CustomerId),
    ];

    /// <summary>The columns of a row that may change, each with its statement: SQLite writes the indexes of whatever a statement names.</summary>
    public static IReadOnlyList<(SqliteColumn<CustomerSearchRow> Column, SqliteStatement<CustomerSearchRow> Update)> Updates { get; } =
    [
        Update(SqliteStatement<CustomerSearchRow>.Time("last_seen_at", row => row.LastSeenAt)),
        Update(SqliteStatement<CustomerSearchRow>.Number("blocked", row => row.Blocked ? 1 : 0)),
        UpdateText("name", row => row.Name),
        UpdateText("first_name", row => row.FirstName),
        UpdateText("last_name", row => row.LastName),
        UpdateText("email", row => row.Email),
        UpdateText("phone", row => row.Phone),
        UpdateText("username", row => row.Username),
        UpdateText("identifier", row => row.Identifier),
        UpdateText("organization", row => row.Organization),
        UpdateText("company", row => row.Company),
        UpdateText("city", row => row.City),
        UpdateText("country", row => row.Country),
        UpdateText("country_code", row => row.CountryCode),
        UpdateText("emails", row => row.Emails),
        UpdateText("phones", row => row.Phones),
        UpdateText("text", row => row.Text),
        UpdateText("others", row => row.Others),
    ];

    /// <summary>A term whose place another took.</summary>
    public static SqliteStatement<(CustomerTermRow Old, CustomerTermRow New)> ReplaceTerm { get; } = new(
        $"UPDATE customer_terms SET value = $replacement, number = $number {OneTerm}",
        [
            SqliteStatement<(CustomerTermRow Old, CustomerTermRow New)>.Text("replacement", pair => pair.New.Value),
            SqliteStatement<(CustomerTermRow Old, CustomerTermRow New)>.Text("number", pair => NumberOf(pair.New)),
            .. TermKey.Select(column => new SqliteColumn<(CustomerTermRow Old, CustomerTermRow New)>(column.Name, column.Type, pair => column.Read(pair.Old))),
        ]);

    /// <summary>A term that is no longer.</summary>
    public static SqliteStatement<CustomerTermRow> RemoveTerm { get; } = new($"DELETE FROM customer_terms {OneTerm}", TermKey);

    /// <summary>A term that is new.</summary>
    public static SqliteStatement<CustomerTermRow> AddTerm { get; } = new(
        """
        INSERT INTO customer_terms (tenant_id, field, name, value, customer_id, number)
        VALUES ($tenant_id, $field, $name, $value, $customer_id, $number)
        """,
        [.. TermKey, SqliteStatement<CustomerTermRow>.Text("number", NumberOf)]);

    private static (SqliteColumn<CustomerSearchRow>, SqliteStatement<CustomerSearchRow>) UpdateText(string name, Func<CustomerSearchRow, string?> read) =>
        Update(SqliteStatement<CustomerSearchRow>.Text(name, read));

    private static (SqliteColumn<CustomerSearchRow>, SqliteStatement<CustomerSearchRow>) Update(SqliteColumn<CustomerSearchRow> column) => (column, new(
        $"UPDATE customer_search SET {column.Name} = ${column.Name} WHERE tenant_id = $tenant_id AND customer_id = $customer_id",
        column,
        SqliteStatement<CustomerSearchRow>.Id("tenant_id", row => row.TenantId),
        SqliteStatement<CustomerSearchRow>.Id("customer_id", row => row.CustomerId)));

    private static string? NumberOf(CustomerTermRow row) => row.Number is { } number ? SortableNumber.Write(number) : null;
}
