using CustomerUpdate.Api.Storage.Documents;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using NpgsqlTypes;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>The statements of a batch on PostgreSQL.</summary>
internal static class PostgresStatements
{
    /// <summary>
    /// The customers at which targets point, each with its target's place, from 1. The id of a customer that was merged into another is a key
    /// of that other.
    /// </summary>
    public static BatchStatement<CommitTarget> Load { get; } = new(
        """
        SELECT n.ordinal, c.tenant_id, c.id, c.version, c.data, c.created_at, c.updated_at
        FROM {rows}
        LEFT JOIN customer_keys k ON k.tenant_id = n.tenant_id AND k.kind = n.kind AND k.value = n.value
        JOIN customers c ON c.tenant_id = n.tenant_id AND c.id = COALESCE(k.customer_id, n.id)
        """,
        BatchStatement<CommitTarget>.Id("tenant_id", target => target.TenantId),
        BatchStatement<CommitTarget>.Text("kind", target => target.Key.Kind),
        BatchStatement<CommitTarget>.Text("value", target => target.Key.Value),
        BatchStatement<CommitTarget>.OptionalId("id", IdOf));

    /// <summary>
    /// The states. Divides by zero, which takes all of the batch back, where one of them is not in the version any more that was read. Waits for
    /// a row that somebody holds for 200 ms: everybody else in the queue would wait along.
    /// </summary>
    public static BatchStatement<BatchedCustomer> Update { get; } = new(
        """
        WITH updated AS (
            UPDATE customers SET version = n.version, data = n.data, updated_at = n.updated_at
            FROM {rows}, set_config('lock_timeout', '200', true)
            WHERE customers.tenant_id = n.tenant_id AND customers.id = n.id AND customers.version = n.read
            RETURNING 1)
        SELECT 1 / (count(*) = {count})::int FROM updated
        """,
        BatchStatement<BatchedCustomer>.Id("tenant_id", customer => customer.Read.TenantId),
        BatchStatement<BatchedCustomer>.Id("id", customer => customer.Read.Id),
        BatchStatement<BatchedCustomer>.Number("read", customer => customer.Read.Version),
        BatchStatement<BatchedCustomer>.Number("version", customer => customer.Now.Version),
        new BatchColumn<BatchedCustomer, string>("data", "jsonb", NpgsqlDbType.Jsonb, customer => ProfileJson.Write(customer.Now.Profile)),
        BatchStatement<BatchedCustomer>.Time("updated_at", customer => customer.Now.UpdatedAt));

    /// <summary>Lines of history.</summary>
    public static BatchStatement<CustomerChangeRow> AddHistory { get; } = new(
        """
        INSERT INTO customer_changes (tenant_id, customer_id, version, at, contract, key_id, request_id, changes, undo)
        SELECT tenant_id, customer_id, version, at, contract, key_id, request_id, changes, undo FROM {rows}
        """,
        BatchStatement<CustomerChangeRow>.Id("tenant_id", row => row.TenantId),
        BatchStatement<CustomerChangeRow>.Id("customer_id", row => row.CustomerId),
        BatchStatement<CustomerChangeRow>.Number("version", row => row.Version),
        BatchStatement<CustomerChangeRow>.Time("at", row => row.At),
        BatchStatement<CustomerChangeRow>.Text("contract", row => row.Contract),
        BatchStatement<CustomerChangeRow>.OptionalId("key_id", row => row.KeyId),
        BatchStatement<CustomerChangeRow>.Text("request_id", row => row.RequestId),
        new BatchColumn<CustomerChangeRow, string>("changes", "json", NpgsqlDbType.Json, row => row.Changes),
        new BatchColumn<CustomerChangeRow, string?>("undo", "json", NpgsqlDbType.Json, row => row.Undo));

    private static Guid? IdOf(CommitTarget target) =>
        target.Key.Kind == CustomerKey.IdKind && Guid.TryParseExact(target.Key.Value, "D", out var id) ? id : null;
}
