using CustomerUpdate.Api.Storage.Documents;
using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using Microsoft.Data.Sqlite;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>The statements of a batch on SQLite: one by one, since there are no round trips to save, but prepared once and for all.</summary>
/// <param name="engine">Whose turn it is to write.</param>
/// <param name="own">
/// A connection of the queue's own. One, though batches could be loaded over another while one is written: SQLite works on the thread that asks,
/// and a connection forgets the pages that it has read whenever another one writes.
/// </param>
internal sealed class SqliteBatchStatements(IDatabaseEngine engine, SqliteSession own) : IBatchStatements
{
    public Task<IReadOnlyDictionary<CommitTarget, Customer>> LoadAsync(IReadOnlyCollection<CommitTarget> targets)
    {
        var found = new Dictionary<CommitTarget, Customer>(targets.Count);
        own.Run(SqliteStatements.BeginToRead, session =>
        {
            foreach (var target in targets)
            {
                if (Find(session, target) is { } customer)
                {
                    found.Add(target, customer);
                }
            }
        });
        return Task.FromResult<IReadOnlyDictionary<CommitTarget, Customer>>(found);
    }

    public async Task WriteAsync(IReadOnlyList<BatchedCustomer> customers)
    {
        var rows = BatchRows.Of(customers);
        using var turn = await engine.TakeWriteTurnAsync(CancellationToken.None);
        own.Run(SqliteStatements.BeginToWrite, session =>
        {
            session.Write(SqliteStatements.Update, customers);
            session.Write(SqliteStatements.AddHistory, rows.History);
            foreach (var customer in rows.Searched)
            {
                WriteSearched(session, CustomerSearchRow.Of(customer.Read), CustomerSearchRow.Of(customer.Now));
            }

            session.Write(SqliteSearchStatements.ReplaceTerm, rows.Replaced);
            session.Write(SqliteSearchStatements.RemoveTerm, rows.Gone);
            session.Write(SqliteSearchStatements.AddTerm, rows.Come);
        });
    }

    // The id of a customer that was merged into another is a key of that other.
    private static Customer? Find(SqliteSession session, CommitTarget target)
    {
        if (target.Key.Kind == CustomerKey.IdKind && Guid.TryParseExact(target.Key.Value, "D", out var id))
        {
            using var own = session.Read(SqliteStatements.LoadById, (target.TenantId, id));
            if (own.Read())
            {
                return CustomerOf(target.TenantId, own);
            }
        }

        using var owner = session.Read(SqliteStatements.LoadByKey, target);
        return owner.Read() ? CustomerOf(target.TenantId, owner) : null;
    }

    private static Customer CustomerOf(Guid tenantId, SqliteDataReader row) => new()
    {
        TenantId = tenantId,
        Id = row.GetGuid(0),
        Version = row.GetInt64(1),
        Profile = ProfileJson.Read(row.GetString(2)),
        CreatedAt = new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero),
        UpdatedAt = new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero),
    };

    private static void WriteSearched(SqliteSession session, CustomerSearchRow before, CustomerSearchRow after)
    {
        foreach (var (column, update) in SqliteSearchStatements.Updates)
        {
            if (!Equals(column.Read(before), column.Read(after)))
            {
                session.Write(update, [after]);
            }
        }
    }
}
