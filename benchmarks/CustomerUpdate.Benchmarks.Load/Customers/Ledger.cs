using System.Data.Common;

namespace CustomerUpdate.Benchmarks.Load.Customers;

/// <summary>What is in the books: all lines of history, and all customers' versions together.</summary>
internal readonly record struct Balance(long Changes, long Versions);

/// <summary>Counts what was written, over a connection of its own, against what was answered.</summary>
internal sealed class Ledger : IAsyncDisposable
{
    private const long Many = 1_000_000;

    private readonly DbConnection connection;
    private readonly LedgerQueries queries;

    private Ledger(DbConnection connection, LedgerQueries queries)
    {
        this.connection = connection;
        this.queries = queries;
    }

    /// <summary>Opens the ledger of a store that was filled.</summary>
    public static async Task<Ledger> OpenAsync(IStore store, Workplace work, long customers) => new(
        await store.OpenAsync(), customers < Many ? LedgerQueries.OfAll : LedgerQueries.OfTouched(work));

    /// <summary>Counts.</summary>
    public async Task<Balance> BalanceAsync() =>
        (await connection.QueryAsync(queries.Balance, row => new Balance(row.GetInt64(0), row.GetInt64(1)))).Single();

    /// <summary>How large the database is, in bytes: PostgreSQL's.</summary>
    public async Task<long> SizeAsync() => (await connection.QueryAsync("SELECT pg_database_size(current_database())", row => row.GetInt64(0))).Single();

    /// <summary>Throws unless as much was written as was answered.</summary>
    /// <param name="before">The balance before.</param>
    /// <param name="answered">How many requests that each change something were answered with 2xx since then.</param>
    /// <param name="what">What wrote them.</param>
    /// <returns>The balance now.</returns>
    public async Task<Balance> CheckAsync(Balance before, long answered, string what)
    {
        var after = await BalanceAsync();
        return (after.Changes - before.Changes, after.Versions - before.Versions) == (answered, answered)
            ? after
            : throw new InvalidOperationException(
                $"{what}: {answered} updates were answered, but there are {after.Changes - before.Changes} lines of history and {after.Versions - before.Versions} versions more.");
    }

    /// <summary>Throws unless every customer's history has each of its versions once.</summary>
    public async Task CheckHistoriesAsync()
    {
        var uneven = (await connection.QueryAsync(queries.Uneven, row => row.GetInt64(0))).Single();
        if (uneven > 0)
        {
            throw new InvalidOperationException($"{uneven} customers have gaps in their histories.");
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
