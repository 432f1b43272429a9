using CustomerUpdate.Api.Storage.Model;
using NpgsqlTypes;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>The statements of a batch on PostgreSQL that keep what customers are searched by in step with them.</summary>
internal static class PostgresSearchStatements
{
    private static readonly BatchColumn<CustomerTermRow>[] TermKey =
    [
        BatchStatement<CustomerTermRow>.Id("tenant_id", row => row.TenantId),
        BatchStatement<CustomerTermRow>.Text("field", row => row.Field),
        BatchStatement<CustomerTermRow>.Text("name", row => row.Name),
        BatchStatement<CustomerTermRow>.Text("value", row => row.Value),
        BatchStatement<CustomerTermRow>.Id("customer_id", row => row.CustomerId),
    ];

    /// <summary>Rows with other values.</summary>
    public static BatchStatement<CustomerSearchRow> Update { get; } = new(
        """
        UPDATE customer_search SET last_seen_at = n.last_seen_at, blocked = n.blocked, name = n.name, first_name = n.first_name, last_name = n.last_name,
            email = n.email, phone = n.phone, username = n.username, identifier = n.identifier, organization = n.organization, company = n.company,
            city = n.city, country = n.country, country_code = n.country_code, emails = n.emails, phones = n.phones, text = n.text, others = n.others
        FROM {rows}
        WHERE customer_search.tenant_id = n.tenant_id AND customer_search.customer_id = n.customer_id
        """,
        BatchStatement<CustomerSearchRow>.Id("tenant_id", row => row.TenantId),
        BatchStatement<CustomerSearchRow>.Id("customer_id", row => row.CustomerId),
        new BatchColumn<CustomerSearchRow, DateTimeOffset?>("last_seen_at", "timestamptz", NpgsqlDbType.TimestampTz, row => row.LastSeenAt),
        new BatchColumn<CustomerSearchRow, bool>("blocked", "boolean", NpgsqlDbType.Boolean, row => row.Blocked),
        BatchStatement<CustomerSearchRow>.Text("name", row => row.Name),
        BatchStatement<CustomerSearchRow>.Text("first_name", row => row.FirstName),
        BatchStatement<CustomerSearchRow>.Text("last_name", row => row.LastName),
        BatchStatement<CustomerSearchRow>.Text("email", row => row.Email),
        BatchStatement<CustomerSearchRow>.Text("phone", row => row.Phone),
        BatchStatement<CustomerSearchRow>.Text("username", row => row.Username),
        BatchStatement<CustomerSearchRow>.Text("identifier", row => row.Identifier),
        BatchStatement<CustomerSearchRow>.Text("organization", row => row.Organization),
        BatchStatement<CustomerSearchRow>.Text("company", row => row.Company),
        BatchStatement<CustomerSearchRow>.Text("city", row => row.City),
        BatchStatement<CustomerSearchRow>.Text("country", row => row.Country),
        BatchStatement<CustomerSearchRow>.Text("country_code", row => row.CountryCode),
        BatchStatement<CustomerSearchRow>.Text("emails", row => row.Emails),
        BatchStatement<CustomerSearchRow>.Text("phones", row => row.Phones),
        BatchStatement<CustomerSearchRow>.Text("text", row => row.Text),
        BatchStatement<CustomerSearchRow>.Text("others", row => row.Others));

    /// <summary>Terms whose place others took.</summary>
    public static BatchStatement<(CustomerTermRow Old, CustomerTermRow New)> ReplaceTerms { get; } = new(
        """
        UPDATE customer_terms t SET value = n.replacement, number = n.number FROM {rows}
        WHERE t.tenant_id = n.tenant_id AND t.field = n.field AND t.name = n.name AND t.value = n.value AND t.customer_id = n.customer_id
        """,
        BatchStatement<(CustomerTermRow Old, CustomerTermRow New)>.Id("tenant_id", pair => pair.Old.TenantId),
        BatchStatement<(CustomerTermRow Old, CustomerTermRow New)>.Text("field", pair => pair.Old.Field),
        BatchStatement<(CustomerTermRow Old, CustomerTermRow New)>.Text("name", pair => pair.Old.Name),
        BatchStatement<(CustomerTermRow Old, CustomerTermRow New)>.Text("value", pair => pair.Old.Value),
        BatchStatement<(CustomerTermRow Old, CustomerTermRow New)>.Id("customer_id", pair => pair.Old.CustomerId),
        BatchStatement<(CustomerTermRow Old, CustomerTermRow New)>.Text("replacement", pair => pair.New.Value),
        new BatchColumn<(CustomerTermRow Old, CustomerTermRow New), decimal?>("number", "numeric", NpgsqlDbType.Numeric, pair => pair.New.Number));

    /// <summary>Terms that are no longer.</summary>
    public static BatchStatement<CustomerTermRow> RemoveTerms { get; } = new(
        """
        DELETE FROM customer_terms t USING {rows}
        WHERE t.tenant_id = n.tenant_id AND t.field = n.field AND t.name = n.name AND t.value = n.value AND t.customer_id = n.customer_id
        """,
        TermKey);

    /// <summary>Terms that are new.</summary>
    public static BatchStatement<CustomerTermRow> AddTerms { get; } = new(
        "INSERT INTO customer_terms (tenant_id, field, name, value, customer_id, number) SELECT tenant_id, field, name, value, customer_id, number FROM {rows}",
        [.. TermKey, new BatchColumn<CustomerTermRow, decimal?>("number", "numeric", NpgsqlDbType.Numeric, row => row.Number)]);
}
