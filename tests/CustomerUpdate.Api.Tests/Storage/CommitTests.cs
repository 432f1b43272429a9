using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Tests.Storage;

public sealed class CommitTestsOnPostgres() : CommitTests("postgres");

public sealed class CommitTestsOnSqlite() : CommitTests("sqlite");

/// <summary>What one commit leaves behind.</summary>
public abstract class CommitTests(string engine) : StorageTests(engine)
{
    [Fact]
    public async Task A_commit_stores_the_state_its_keys_and_its_history()
    {
        var before = await Store.AliceAsync();
        Store.Clock.Advance(TimeSpan.FromSeconds(1));

        var updated = Success(await Store.CommitAsync(new CustomerChange { Email = "Alice@New.example", JobTitle = "Pilot" }));

        var stored = await Store.AliceAsync();
        Assert.Equal(updated.Customer, stored);
        Assert.Equal(before.Version + 1, stored.Version);
        Assert.Equal(before.CreatedAt, stored.CreatedAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 5, 6, 8, TimeSpan.Zero).AddTicks(1234560), stored.UpdatedAt);
        Assert.Equal(stored, await Store.Reads.FindAsync(DemoTenant.Id, new CustomerKey("email", "alice@new.example"), CancellationToken.None));
        Assert.Null(await Store.Reads.FindAsync(DemoTenant.Id, new CustomerKey("email", "alice@example.com"), CancellationToken.None));

        await using var db = Store.OpenContext();
        var history = await db.CustomerChanges.SingleAsync(row => row.CustomerId == stored.Id && row.Version == stored.Version);
        Assert.Equal((stored.UpdatedAt, "chatwoot", null, "request-1"), (history.At, history.Contract, history.KeyId, history.RequestId));
        Assert.Contains("Pilot", history.Changes, StringComparison.Ordinal);
        Assert.Equal(["/email", "/emails", "/jobTitle"], updated.Changes.Select(change => change.Field));
    }

    [Fact]
    public async Task A_commit_that_changes_nothing_writes_nothing()
    {
        var before = await Store.AliceAsync();
        Store.Clock.Advance(TimeSpan.FromSeconds(1));

        var updated = Success(await Store.CommitAsync(new CustomerChange { Email = "alice@example.com", Tags = (ValueList<string>)["VIP"] }));

        Assert.Equal(before, updated.Customer);
        Assert.Empty(updated.Changes);
        Assert.Equal(before, await Store.AliceAsync());
        await using var db = Store.OpenContext();
        Assert.Equal(1, await db.CustomerChanges.CountAsync(row => row.CustomerId == before.Id));
    }

    [Fact]
    public async Task A_password_makes_a_version_and_stays_out_of_history()
    {
        var updated = Success(await Store.CommitAsync(new CustomerChange { Password = "correct horse" }));

        Assert.Equal(2, updated.Customer.Version);
        await using var db = Store.OpenContext();
        Assert.Equal("[]", (await db.CustomerChanges.SingleAsync(row => row.Version == 2)).Changes);
        Assert.Empty(Success(await Store.CommitAsync(new CustomerChange { Password = "correct horse" })).Changes);
        Assert.Equal(2, (await Store.AliceAsync()).Version);
    }

    [Theory]
    [InlineData("helpscout", "100")]
    [InlineData("chatwoot", "123")]
    [InlineData("trillet", DemoTenant.ConversationId)]
    [InlineData("quentli", DemoTenant.QuentliCustomerId)]
    [InlineData("insighto", DemoTenant.InsightoContactId)]
    public async Task A_customer_is_found_by_every_reference(string contract, string value)
    {
        var tenant = DemoTenant.Tenant(Store.Clock.GetUtcNow());

        var updated = Success(await Store.CommitAsync(new CustomerChange { Age = "30" }, CustomerKey.Reference(contract, value), tenant));

        Assert.Equal(DemoTenant.CustomerId, updated.Customer.Id);
    }

    [Theory]
    [InlineData("id", "0198f000-0000-7000-8000-0000000000ff")]
    [InlineData("id", "(0198f000-0000-7000-8000-0000000000a1)")]
    [InlineData("ref:helpscout", "102")]
    [InlineData("ref:trillet", "with\0zero")]
    [InlineData("ref:trillet", "with lone \ud800 surrogate")]
    public async Task What_points_at_nobody_is_not_found(string kind, string value)
    {
        var tenant = DemoTenant.Tenant(Store.Clock.GetUtcNow());

        var failure = Failed(await Store.CommitAsync(new CustomerChange { Age = "30" }, new CustomerKey(kind, value), tenant));

        Assert.Equal(FailureKind.NotFound, failure.Kind);
    }

    [Fact]
    public async Task Another_tenants_customer_is_not_found()
    {
        var other = await Store.AddTenantAsync();
        var change = new CustomerChange { Age = "30" };

        foreach (var key in (await Store.AliceAsync()).Profile.Keys.Append(CustomerKey.Id(DemoTenant.CustomerId)))
        {
            Assert.Equal(FailureKind.NotFound, Failed(await Store.CommitAsync(change, key, other)).Kind);
            Assert.Null(await Store.Reads.FindAsync(other.Id, key, CancellationToken.None));
        }

        Assert.Equal(1, (await Store.AliceAsync()).Version);
    }

    [Fact]
    public async Task The_time_of_an_update_never_goes_back()
    {
        Store.Clock.Advance(TimeSpan.FromHours(1));
        var ahead = Success(await Store.CommitAsync(new CustomerChange { Age = "30" })).Customer;

        var behind = Success(await AddHost().CommitAsync(new CustomerChange { Age = "31" })).Customer;

        Assert.Equal(ahead.UpdatedAt, behind.UpdatedAt);
        Assert.Equal(ahead.Version + 1, behind.Version);
    }
}
