using CustomerUpdate.Api.Storage;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Tests.Storage;

public sealed class UniquenessTestsOnPostgres() : UniquenessTests("postgres");

public sealed class UniquenessTestsOnSqlite() : UniquenessTests("sqlite");

/// <summary>That no two customers of a tenant have one key.</summary>
public abstract class UniquenessTests(string engine) : StorageTests(engine)
{
    [Fact]
    public async Task A_taken_key_is_refused_with_its_owner()
    {
        var bob = await Store.AddCustomerAsync();

        var failure = Failed(await Store.CommitAsync(new CustomerChange { Email = "ALICE@example.com", Phone = "+1 234 567 890" }, bob.Id));

        Assert.Equal(FailureKind.Taken, failure.Kind);
        Assert.Equal(["email", "phone"], failure.Taken.Select(taken => taken.Key.Kind));
        Assert.All(failure.Taken, taken => Assert.Equal(DemoTenant.CustomerId, taken.Owner.Id));
    }

    [Fact]
    public async Task A_key_that_was_given_up_is_free()
    {
        var bob = await Store.AddCustomerAsync();
        Success(await Store.CommitAsync(new CustomerChange { Email = null }));

        var updated = Success(await Store.CommitAsync(new CustomerChange { Email = "alice@example.com" }, bob.Id));

        Assert.Equal("alice@example.com", updated.Customer.Profile.Email);
    }

    [Fact]
    public async Task Somebody_elses_number_is_added_but_not_as_the_primary()
    {
        var bob = await Store.AddCustomerAsync();
        var change = new CustomerChange { Entries = [new EntryEdit.Append(EntryKind.Phone, "home", "+1234567890")] };

        var updated = Success(await Store.CommitAsync(change, bob.Id));

        Assert.Single(updated.Customer.Profile.Phones.Entries);
        Assert.Null(updated.Customer.Profile.Phone);
    }

    [Fact]
    public async Task Two_tenants_may_have_one_key()
    {
        var other = await Store.AddTenantAsync();
        await using var db = Store.OpenContext();
        db.AddCustomer(
            DemoCustomer.Customer(other.CreatedAt) with { TenantId = other.Id, Profile = new Profile() }, new ChangeOrigin("test", null, "test"));
        await db.SaveChangesAsync();

        var updated = Success(await Store.CommitAsync(new CustomerChange { Email = "alice@example.com" }, CustomerKey.Id(DemoTenant.CustomerId), other));

        Assert.Equal(other.Id, updated.Customer.TenantId);
        Assert.Equal(1001, updated.Customer.Profile.Emails.PrimaryId);
    }

    [Fact]
    public async Task Of_two_writers_of_one_address_at_once_one_wins_and_the_other_hears_who()
    {
        var bob = await Store.AddCustomerAsync();
        var carol = await Store.AddCustomerAsync();
        var otherHost = AddHost();

        for (var round = 0; round < 20; round++)
        {
            var change = new CustomerChange { Email = $"wanted{round}@example.com" };
            var results = await Task.WhenAll(
                Task.Run(() => Store.CommitAsync(change, bob.Id)), Task.Run(() => otherHost.CommitAsync(change, carol.Id)));

            var loser = Assert.Single(results, result => result.TryFailure(out _, out _));
            Assert.Equal(FailureKind.Taken, Failed(loser).Kind);
        }
    }

    [Fact]
    public async Task The_database_refuses_a_second_owner_whatever_was_looked_up()
    {
        var bob = await Store.AddCustomerAsync();
        await using var db = Store.OpenContext();
        db.CustomerKeys.Add(CustomerKeyRow.Of(bob, new CustomerKey(CustomerKey.EmailKind, "alice@example.com")));

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task Ids_of_entries_start_at_1001_and_never_come_twice()
    {
        var tenant = await Store.AddTenantAsync();
        var otherHost = AddHost();
        var batches = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() =>
            (number % 2 == 0 ? Store : otherHost).EntryIds.TakeAsync(tenant.Id, 7, CancellationToken.None))));

        var ids = batches.SelectMany(batch => batch).ToList();
        Assert.Equal(280, ids.Distinct().Count());
        Assert.Equal(1001, ids.Min());
    }

    [Fact]
    public async Task New_entries_get_ids_past_those_that_were_given()
    {
        var change = new CustomerChange { Entries = [new EntryEdit.Append(EntryKind.Website, null, "https://example.com")] };

        var updated = Success(await Store.CommitAsync(change));

        Assert.Equal(DemoTenant.WebsiteEntryId + 1, updated.Customer.Profile.Websites.Entries[^1].Id);
    }

    [Fact]
    public async Task An_entry_takes_one_id_however_many_entries_there_are()
    {
        var change = new CustomerChange { Entries = [new EntryEdit.Append(EntryKind.Website, null, "https://example.com")] };
        var many = new CustomerChange { Entries = [.. Enumerable.Repeat(change.Entries[0], 60)] };
        await Store.CommitAsync(many);

        var first = Success(await Store.CommitAsync(change)).Customer.Profile.Websites.Entries[^1].Id;
        var second = Success(await Store.CommitAsync(change)).Customer.Profile.Websites.Entries[^1].Id;

        Assert.Equal(first + 1, second);
    }
}
