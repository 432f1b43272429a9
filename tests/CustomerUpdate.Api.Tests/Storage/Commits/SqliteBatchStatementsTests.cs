using CustomerUpdate.Api.Storage;
using CustomerUpdate.Api.Storage.Commits;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

/// <summary>What batches write into SQLite's file, and that they write all of it or nothing.</summary>
public sealed class SqliteBatchStatementsTests() : QueueTests("sqlite")
{
    private const int PrimaryKeyViolation = 1555;

    private static readonly ChangeOrigin Origin = new("helpscout", new Guid("0198f000-0000-7000-8000-abcdefabcdef"), "request-1");

    private static readonly Profile Rich = new()
    {
        Name = new PersonName("Ada 😀 O'Neil", "Ada", "O'Neil"),
        Tags = ["VIP", "early"],
        Blocked = true,
        LastSeenAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(-5)).AddTicks(1234567),
        Organization = "Analytical Engines",
        CustomAttributes = Bag(("seats", "-12.50"), ("plan", "\"gold\""), ("old", "1"), ("great", "79228162514264337593543950335")),
        ProfileAttributes = Bag(("company_name", "\"Engines\""), ("city", "\"London\"")),
    };

    private static readonly Profile Changed = Rich with
    {
        Name = new PersonName("Ada Lovelace", "Ada", "Lovelace"),
        Tags = ["VIP", "late", "later"],
        Blocked = false,
        LastSeenAt = null,
        ArchivedAt = DateTimeOffset.UnixEpoch,
        CustomAttributes = Bag(("seats", "12.5"), ("plan", "\"7\""), ("new", "0.1")),
        ProfileAttributes = Bag(("company_name", "\"Engines\"")),
    };

    [Fact]
    public async Task Every_column_is_stored_as_EF_Core_stores_it()
    {
        var (ours, theirs) = (await Store.AddCustomerAsync(), await Store.AddCustomerAsync());
        foreach (var profile in new[] { Rich, Changed, Rich }.Concat(Profiles.Any.Sample(100, new Rnd(20260102, 7), 40)))
        {
            ours = (await WriteAsync(ours, profile)).Now;
            theirs = await WriteByEntitiesAsync(theirs, profile);

            await using var db = Store.OpenContext();
            Assert.Equal(await SqliteRows.ReadAsync(db, theirs.Id), await SqliteRows.ReadAsync(db, ours.Id));
        }

        Assert.Equal(ours, await Store.ReadAsync(ours.Id));
        Assert.NotEmpty(await RowsAsync(ours));
    }

    [Fact]
    public async Task Where_one_was_beaten_nothing_is_written_and_the_next_batch_is()
    {
        var (bob, carol) = (await Store.AddCustomerAsync(), await Store.AddCustomerAsync());
        var beaten = carol;
        carol = (await WriteAsync(carol, Rich)).Now;
        var before = await RowsAsync(bob, carol);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Statements.WriteAsync([Next(bob, Rich), Next(beaten, Changed)]));

        Assert.Equal(before, await RowsAsync(bob, carol));
        await WriteAsync(bob, Rich);
        Assert.Equal(Rich, (await Store.ReadAsync(bob.Id)).Profile);
    }

    [Fact]
    public async Task Where_a_key_is_violated_in_the_middle_nothing_is_written_and_the_next_batch_is()
    {
        var (bob, carol) = (await Store.AddCustomerAsync(), await Store.AddCustomerAsync());
        await AddHistoryAsync(Next(carol, Changed));
        var before = await RowsAsync(bob, carol);

        var violation = await Assert.ThrowsAsync<SqliteException>(() => Statements.WriteAsync([Next(bob, Rich), Next(carol, Rich)]));

        Assert.Equal(PrimaryKeyViolation, violation.SqliteExtendedErrorCode);
        Assert.Equal(before, await RowsAsync(bob, carol));
        await WriteAsync(bob, Rich);
        Assert.Equal(Rich, (await Store.ReadAsync(bob.Id)).Profile);
    }

    [Fact]
    public async Task Who_violates_a_key_suffers_alone()
    {
        var (bob, carol) = (await Store.AddCustomerAsync(), await Store.AddCustomerAsync());
        await AddHistoryAsync(Next(carol, Rich));

        var results = await ResultsAsync((new CustomerChange { Age = "30" }, bob), (new CustomerChange { Age = "31" }, carol));

        Assert.Equal(Success(results[0]).Customer, await Store.ReadAsync(bob.Id));
        Assert.Equal(FailureKind.Busy, Failed(results[1]).Kind);
        Assert.Equal(carol, await Store.ReadAsync(carol.Id));
    }

    private static ValueMap<BagValue> Bag(params (string Key, string Json)[] values) =>
        ValueMap<BagValue>.Of(values.Select(value => KeyValuePair.Create(value.Key, Profiles.Parse(value.Json))));

    private BatchedCustomer Next(Customer stored, Profile profile)
    {
        var customer = new BatchedCustomer(stored);
        customer.Updates.Add(PreparedUpdate.Next(stored, profile, Store.Clock.GetUtcMicroseconds(), Origin));
        return customer;
    }

    private async Task<BatchedCustomer> WriteAsync(Customer stored, Profile profile)
    {
        var customer = Next(stored, profile);
        await Statements.WriteAsync([customer]);
        return customer;
    }

    private async Task<Customer> WriteByEntitiesAsync(Customer stored, Profile profile)
    {
        var update = Next(stored, profile).Updates.Single();
        await using var db = Store.OpenContext();
        db.UpdateState(stored, update.Written);
        db.CustomerChanges.Add(CustomerChangeRow.Of(update));
        await db.SaveChangesAsync();
        return update.Written;
    }

    private async Task AddHistoryAsync(BatchedCustomer customer)
    {
        await using var db = Store.OpenContext();
        db.CustomerChanges.Add(CustomerChangeRow.Of(customer.Updates.Single()));
        await db.SaveChangesAsync();
    }

    private async Task<IEnumerable<string>> RowsAsync(params Customer[] customers)
    {
        await using var db = Store.OpenContext();
        var rows = new List<string>();
        foreach (var customer in customers)
        {
            rows.AddRange(await SqliteRows.ReadAsync(db, customer.Id));
        }

        return rows;
    }
}
