namespace CustomerUpdate.Benchmarks.Load.Customers;

/// <summary>How the books are read.</summary>
/// <param name="Balance">Lines of history, and versions.</param>
/// <param name="Uneven">Customers whose history does not have each of their versions once.</param>
internal sealed record LedgerQueries(string Balance, string Uneven)
{
    /// <summary>All of it is read.</summary>
    public static LedgerQueries OfAll { get; } = new(
        "SELECT (SELECT count(*) FROM customer_changes), (SELECT CAST(sum(version) AS bigint) FROM customers)",
        """
        SELECT count(*) FROM customers AS customer LEFT JOIN
            (SELECT tenant_id, customer_id, count(*) AS lines, min(version) AS first, max(version) AS last FROM customer_changes GROUP BY tenant_id, customer_id) AS history
            ON history.tenant_id = customer.tenant_id AND history.customer_id = customer.id
        WHERE history.lines IS NULL OR history.lines <> customer.version OR history.first <> 1 OR history.last <> customer.version
        """);

    /// <summary>
    /// Only what was written since the store was filled, by way of the index of times: reading all of a large store would push out of memory what the
    /// load needs there. PostgreSQL's.
    /// </summary>
    public static LedgerQueries OfTouched(Workplace work)
    {
        // Nobody writes to the template, and no copy is younger.
        var touched = $"customer.tenant_id = '{work.TenantId}' AND customer.updated_at > (SELECT updated_at FROM customers WHERE tenant_id = '{work.TenantId}' AND id = '{work.TemplateId}')";
        return new(
            $"""
            SELECT
                (SELECT count(*) FROM customers AS customer CROSS JOIN LATERAL
                    (SELECT version FROM customer_changes WHERE tenant_id = customer.tenant_id AND customer_id = customer.id AND version > 1) AS history WHERE {touched}),
                (SELECT CAST(coalesce(sum(customer.version - 1), 0) AS bigint) FROM customers AS customer WHERE {touched})
            """,
            $"""
            SELECT count(*) FROM customers AS customer CROSS JOIN LATERAL
                (SELECT count(*) AS lines, min(version) AS first, max(version) AS last FROM customer_changes WHERE tenant_id = customer.tenant_id AND customer_id = customer.id) AS history
            WHERE {touched} AND (history.lines <> customer.version OR history.first <> 1 OR history.last <> customer.version)
            """);
    }
}
