using CustomerUpdate.Api.Storage.Documents;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CustomerUpdate.Api.Storage.Commits;

/// <summary>The statements of a batch in two round trips: one query, and one series of statements that PostgreSQL carries out as one transaction.</summary>
internal sealed class PostgresBatchStatements(NpgsqlDataSource database) : IBatchStatements
{
    public async Task<IReadOnlyDictionary<CommitTarget, Customer>> LoadAsync(IReadOnlyCollection<CommitTarget> targets)
    {
        var found = new Dictionary<CommitTarget, Customer>(targets.Count);
        if (targets.Count == 0)
        {
            return found;
        }

        CommitTarget[] asked = [.. targets];
        await using var query = database.CreateBatch();
        query.BatchCommands.Add(PostgresStatements.Load.About(asked));
        await using var reader = await query.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add(asked[reader.GetInt64(0) - 1], new Customer
            {
                TenantId = reader.GetGuid(1),
                Id = reader.GetGuid(2),
                Version = reader.GetInt64(3),
                Profile = ProfileJson.Read(reader.GetString(4)),
                CreatedAt = reader.GetFieldValue<DateTimeOffset>(5),
                UpdatedAt = reader.GetFieldValue<DateTimeOffset>(6),
            });
        }

        return found;
    }

    public async Task WriteAsync(IReadOnlyList<BatchedCustomer> customers)
    {
        await using var batch = database.CreateBatch();
        Add(PostgresStatements.Update, customers);
        var rows = BatchRows.Of(customers);
        Add(PostgresStatements.AddHistory, rows.History);
        Add(PostgresSearchStatements.Update, [.. rows.Searched.Select(customer => CustomerSearchRow.Of(customer.Now))]);
        Add(PostgresSearchStatements.ReplaceTerms, rows.Replaced);
        Add(PostgresSearchStatements.RemoveTerms, rows.Gone);
        Add(PostgresSearchStatements.AddTerms, rows.Come);
        try
        {
            await batch.ExecuteNonQueryAsync();
        }
        catch (PostgresException guard) when (guard.SqlState == PostgresErrorCodes.DivisionByZero)
        {
            throw new DbUpdateConcurrencyException("A customer is not in the version any more that was read.");
        }
        catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new TimeoutException("Somebody holds a customer."); // no lost race: together again, they would wait again
        }

        void Add<TRow>(BatchStatement<TRow> statement, IReadOnlyList<TRow> rows)
        {
            if (rows.Count > 0)
            {
                batch.BatchCommands.Add(statement.About(rows));
            }
        }
    }
}
