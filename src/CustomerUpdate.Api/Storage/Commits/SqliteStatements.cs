using CustomerUpdate.Api.Storage.Documents;
using CustomerUpdate.Api.Storage.Model;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>The statements of a batch on SQLite.</summary>
internal static class SqliteStatements
{
    private const string Columns = "c.id, c.version, c.data, c.created_at, c.updated_at";

    /// <summary>Opens a transaction that reads all of one state.</summary>
    public static SqliteStatement<object?> BeginToRead { get; } = new("BEGIN");

    /// <summary>Opens a transaction that writes. The only one of its file, so that it waits here for others and nowhere else.</summary>
    public static SqliteStatement<object?> BeginToWrite { get; } = new("BEGIN IMMEDIATE");

    /// <summary>Ends a transaction.</summary>
    public static SqliteStatement<object?> Commit { get; } = new("COMMIT");

    /// <summary>The customer with an id.</summary>
    public static SqliteStatement<(Guid TenantId, Guid Id)> LoadById { get; } = new(
        $"SELECT {Columns} FROM customers c WHERE c.tenant_id = $tenant_id AND c.id = $id",
        SqliteStatement<(Guid TenantId, Guid Id)>.Id("tenant_id", target => target.TenantId),
        SqliteStatement<(Guid TenantId, Guid Id)>.Id("id", target => target.Id));

    /// <summary>The customer with a key.</summary>
    public static SqliteStatement<CommitTarget> LoadByKey { get; } = new(
        $"""
        SELECT {Columns} FROM customer_keys k JOIN customers c ON c.tenant_id = k.tenant_id AND c.id = k.customer_id
        WHERE k.tenant_id = $tenant_id AND k.kind = $kind AND k.value = $value
        """,
        SqliteStatement<CommitTarget>.Id("tenant_id", target => target.TenantId),
        SqliteStatement<CommitTarget>.Text("kind", target => target.Key.Kind),
        SqliteStatement<CommitTarget>.Text("value", target => target.Key.Value));

    /// <summary>A state. Hits nothing where the customer is not in the version any more that was read.</summary>
    public static SqliteStatement<BatchedCustomer> Update { get; } = new(
        """
        UPDATE customers SET version = $version, data = $data, updated_at = $updated_at
        WHERE tenant_id = $tenant_id AND id = $id AND version = $read
        """,
        SqliteStatement<BatchedCustomer>.Number("version", customer => customer.Now.Version),
        SqliteStatement<BatchedCustomer>.Text("data", customer => ProfileJson.Write(customer.Now.Profile)),
        SqliteStatement<BatchedCustomer>.Time("updated_at", customer => customer.Now.UpdatedAt),
        SqliteStatement<BatchedCustomer>.Id("tenant_id", customer => customer.Read.TenantId),
        SqliteStatement<BatchedCustomer>.Id("id", customer => customer.Read.Id),
        SqliteStatement<BatchedCustomer>.Number("read", customer => customer.Read.Version));

    /// <summary>A line of history.</summary>
    public static SqliteStatement<CustomerChangeRow> AddHistory { get; } = new(
        """
        INSERT INTO customer_changes (tenant_id, customer_id, version, at, contract, key_id, request_id, changes, undo)
        VALUES ($tenant_id, $customer_id, $version, $at, $contract, $key_id, $request_id, $changes, $undo)
        """,
        SqliteStatement<CustomerChangeRow>.Id("tenant_id", row => row.TenantId),
        SqliteStatement<CustomerChangeRow>.Id("customer_id", row => row.CustomerId),
        SqliteStatement<CustomerChangeRow>.Number("version", row => row.Version),
        SqliteStatement<CustomerChangeRow>.Time("at", row => row.At),
        SqliteStatement<CustomerChangeRow>.Text("contract", row => row.Contract),
        SqliteStatement<CustomerChangeRow>.Id("key_id", row => row.KeyId),
        SqliteStatement<CustomerChangeRow>.Text("request_id", row => row.RequestId),
        SqliteStatement<CustomerChangeRow>.Text("changes", row => row.Changes),
        SqliteStatement<CustomerChangeRow>.Text("undo", row => row.Undo));
}
