using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

/// <summary>What several updates make of several customers, before any of it is written.</summary>
public sealed class CommitBatchTests : BatchTests
{
    [Fact]
    public async Task Several_changes_to_one_customer_build_on_each_other_and_make_a_version_each()
    {
        var bob = Load(1);

        var (batch, outcomes) = await ApplyAsync(
            Member(bob, new CustomerChange { Name = "Robert Burns" }),
            Member(bob, new CustomerChange { Age = "37" }),
            Member(bob, new CustomerChange { LastName = "Browning", JobTitle = "Poet" }));

        Assert.Equal([2, 3, 4], outcomes.Select(outcome => Success(outcome).Customer.Version));
        Assert.Equal(
            [["/name", "/firstName", "/lastName"], ["/age"], ["/name", "/lastName", "/jobTitle"]],
            outcomes.Select(outcome => Success(outcome).Changes.Select(change => change.Field).ToArray()));
        var written = Assert.Single(batch.Written);
        Assert.Equal(bob, written.Read);
        Assert.Equal(Success(outcomes[2]).Customer, written.Now);
        Assert.Equal(("Robert Browning", "37", "Poet"), (written.Now.Profile.Name.Full, written.Now.Profile.Age, written.Now.Profile.JobTitle));
        Assert.Equal([2, 3, 4], written.Updates.Select(update => update.Written.Version));
    }

    [Fact]
    public async Task Customers_are_written_in_the_order_of_their_ids()
    {
        var (first, second, third) = (Load(1), Load(2), Load(3));

        var (batch, _) = await ApplyAsync(Member(third, Aged("1")), Member(first, Aged("2")), Member(second, Aged("3")), Member(first, Aged("4")));

        Assert.Equal([first.Id, second.Id, third.Id], batch.Written.Select(customer => customer.Read.Id));
        Assert.Equal([2, 1, 1], batch.Written.Select(customer => customer.Updates.Count));
    }

    [Fact]
    public async Task What_changes_nothing_makes_no_version_also_where_another_of_the_batch_came_first()
    {
        var (bob, carol) = (Load(1), Load(2));

        var (batch, outcomes) = await ApplyAsync(Member(bob, Aged("30")), Member(bob, Aged("30")), Member(carol, new CustomerChange { Age = null }));

        Assert.Equal([2, 2, 1], outcomes.Select(outcome => Success(outcome).Customer.Version));
        Assert.Equal([1, 0, 0], outcomes.Select(outcome => Success(outcome).Changes.Count));
        Assert.Equal([bob], batch.Written.Select(customer => customer.Read));
    }

    [Fact]
    public async Task Who_points_at_nobody_is_told_so()
    {
        var (batch, outcomes) = await ApplyAsync(Member(Customer(9), Aged("30")), Member(Load(1), Aged("30")));

        Assert.Equal(FailureKind.NotFound, KindOf(outcomes[0]));
        Assert.Equal(2, Success(outcomes[1]).Customer.Version);
        Assert.Single(batch.Written);
    }

    [Fact]
    public async Task A_refusal_of_one_touches_nobody_else()
    {
        var bob = Load(1);
        var refused = new CustomerChange { Entries = [new EntryEdit.Remove(EntryKind.Website, 404)], JobTitle = "Refused" };

        var (batch, outcomes) = await ApplyAsync(Member(bob, Aged("30")), Member(bob, refused), Member(bob, Aged("31")));

        Assert.Equal(FailureKind.EntryNotFound, KindOf(outcomes[1]));
        Assert.Equal((2, 3), (Success(outcomes[0]).Customer.Version, Success(outcomes[2]).Customer.Version));
        Assert.Null(Assert.Single(batch.Written).Now.Profile.JobTitle);
    }
}
