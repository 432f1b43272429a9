using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

public sealed class TogetherTestsOnPostgres() : TogetherTests("postgres");

public sealed class TogetherTestsOnSqlite() : TogetherTests("sqlite");

/// <summary>What is stored of updates that waited together.</summary>
public abstract class TogetherTests(string engine) : QueueTests(engine)
{
    [Fact]
    public async Task Several_changes_to_one_customer_are_one_write_and_a_version_and_a_line_of_history_each()
    {
        var bob = await Store.AddCustomerAsync();

        var results = await ResultsAsync(
            (new CustomerChange { Name = "Robert Browning", Tags = (ValueList<string>)["novelist"] }, bob),
            (new CustomerChange { CustomAttributes = new BagEdit { Merge = ValueMap<BagValue>.Empty.Set("plan", BagValue.Of("gold")) } }, bob),
            (new CustomerChange { LastName = "Burns", Tags = (ValueList<string>)["poet"] }, bob));

        Assert.Equal(bob, Assert.Single(Assert.Single(Statements.Writes)).Read);
        Assert.Equal([2, 3, 4], results.Select(result => Success(result).Customer.Version));
        Assert.Equal(["Robert Browning", "Robert Browning", "Robert Burns"], results.Select(result => Success(result).Customer.Profile.Name.Full));
        Assert.Equal(Success(results[2]).Customer, await Store.ReadAsync(bob.Id));

        await using var db = Store.OpenContext();
        var history = await db.CustomerChanges.Where(row => row.CustomerId == bob.Id && row.Version > 1).OrderBy(row => row.Version).ToListAsync();
        Assert.Equal([2, 3, 4], history.Select(row => row.Version));
        Assert.Equal([false, true, false], history.Select(row => row.Changes.Contains("gold", StringComparison.Ordinal)));
        Assert.All(history, row => Assert.Equal(("chatwoot", "request-1"), (row.Contract, row.RequestId)));
    }

    [Fact]
    public async Task They_are_found_by_what_they_are_now_and_no_longer_by_what_they_were()
    {
        var (bob, carol) = (await Store.AddCustomerAsync(), await Store.AddCustomerAsync());
        await ResultsAsync((new CustomerChange { Name = "Former", Tags = (ValueList<string>)["former"] }, bob));

        await ResultsAsync(
            (new CustomerChange { Name = "Interim", Tags = (ValueList<string>)["interim"] }, bob),
            (new CustomerChange { Name = "Robert Burns", Tags = (ValueList<string>)["poet"] }, bob),
            (new CustomerChange { Name = "Carol King", Tags = (ValueList<string>)["singer"] }, carol));

        Assert.Equal(["Robert Burns"], await FindAsync("robert burns", "poet"));
        Assert.Equal(["Carol King"], await FindAsync("carol king", "singer"));
        Assert.Empty(await FindAsync("former", "former"));
        Assert.Empty(await FindAsync("interim", "interim"));

        // By either, so that both have to be right.
        async Task<IEnumerable<string?>> FindAsync(string name, string tag)
        {
            var filter = new CustomerFilter.Some([new CustomerFilter.Text(TextField.Name, TextMatch.Equal, name), new CustomerFilter.Tagged(tag)]);
            var both = new CustomerFilter.Every(filter.Conditions);
            var (either, all) = (await ListAsync(filter), await ListAsync(both));
            Assert.Equal(either, all);
            return all;
        }

        async Task<List<string?>> ListAsync(CustomerFilter filter) =>
            [.. (await Store.Lists.ListAsync(DemoTenant.Id, new CustomerSelection(0, 10) { Filter = filter }, CancellationToken.None))
                .Items.Select(customer => customer.Profile.Name.Full)];
    }

    [Fact]
    public async Task A_customer_is_one_however_it_is_pointed_at_and_of_one_tenant_only()
    {
        var tenant = DemoTenant.Tenant(Host.Clock.GetUtcNow());
        var (stranger, id) = (await Store.AddTenantAsync(), CustomerKey.Id(DemoTenant.CustomerId));
        var hold = await HoldAsync();

        Task<Result<UpdatedCustomer>>[] waiting =
        [
            Host.CommitAsync(new CustomerChange { Age = "30" }, id, tenant),
            Host.CommitAsync(new CustomerChange { Age = "31" }, CustomerKey.Reference("chatwoot", "123"), tenant),
            Host.CommitAsync(new CustomerChange { Age = "32" }, id, stranger),
            Host.CommitAsync(new CustomerChange { Age = "33" }, new CustomerKey("email", "alice@example.com"), tenant),
        ];
        hold.Release();
        var results = await Task.WhenAll(waiting);

        Assert.Equal(FailureKind.NotFound, Failed(results[2]).Kind);
        Assert.Equal([2, 3, 4], new[] { results[0], results[1], results[3] }.Select(result => Success(result).Customer.Version));
        Assert.Single(Assert.Single(Statements.Writes));
        Assert.Equal(Success(results[3]).Customer, await Store.AliceAsync());
        Assert.Equal([1, 2, 3, 4], await Store.HistoryAsync(DemoTenant.CustomerId));
    }

    [Fact]
    public async Task A_change_that_fails_in_the_middle_fails_alone()
    {
        var (bob, carol) = (await Store.AddCustomerAsync(), await Store.AddCustomerAsync());
        var broken = new ProfileRewrite(0, (_, _) => throw new NotSupportedException("broken"));

        var waiting = await TogetherAsync((new CustomerChange { Age = "30" }, bob), (broken, bob), (new CustomerChange { Age = "31" }, carol));

        Assert.Equal("broken", (await Assert.ThrowsAsync<NotSupportedException>(() => waiting[1])).Message);
        Assert.Equal(("30", 2), (Success(await waiting[0]).Customer.Profile.Age, (await Store.ReadAsync(bob.Id)).Version));
        Assert.Equal(("31", 2), (Success(await waiting[2]).Customer.Profile.Age, (await Store.ReadAsync(carol.Id)).Version));
        Assert.Empty(Statements.Writes);
    }

    [Fact]
    public async Task Of_two_that_ask_for_one_address_one_gets_it_and_a_neighbour_suffers_nothing()
    {
        var (bob, carol, dave) = (await Store.AddCustomerAsync(), await Store.AddCustomerAsync(), await Store.AddCustomerAsync());
        var wanted = new CustomerChange { Email = "wanted@example.com" };

        var results = await ResultsAsync((wanted, bob), (wanted, carol), (new CustomerChange { Age = "30" }, dave));

        var winner = Success(Assert.Single(results[..2], result => !result.TryFailure(out _, out _))).Customer;
        var failure = Failed(Assert.Single(results[..2], result => result.TryFailure(out _, out _)));
        Assert.Equal((FailureKind.Taken, winner.Id), (failure.Kind, Assert.Single(failure.Taken).Owner.Id));
        Assert.Equal(winner, await Store.Reads.FindAsync(DemoTenant.Id, new CustomerKey("email", "wanted@example.com"), CancellationToken.None));
        await AssertUntouchedAsync(winner.Id == bob.Id ? carol : bob);
        Assert.Equal(Success(results[2]).Customer, await Store.ReadAsync(dave.Id));
        Assert.Equal([dave], Assert.Single(Statements.Writes).Select(customer => customer.Read)); // the two went alone
    }
}
