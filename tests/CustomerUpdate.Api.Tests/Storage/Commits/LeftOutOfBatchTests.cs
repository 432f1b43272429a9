using CustomerUpdate.Api.Storage.Commits;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

/// <summary>Which updates a batch leaves to go alone.</summary>
public sealed class LeftOutOfBatchTests : BatchTests
{
    [Fact]
    public async Task Whose_turn_is_somebody_elses_goes_alone()
    {
        var (bob, carol) = (Load(1), Load(2));
        (Result<UpdatedCustomer>?[] Outcomes, int Written) whileTaken;
        using (await Turns.TakeAsync(bob.Id, CancellationToken.None))
        {
            var (batch, outcomes) = await ApplyAsync(Member(bob, Aged("30")), Member(carol, Aged("30")));
            whileTaken = (outcomes, batch.Written.Count);
        }

        Assert.Null(whileTaken.Outcomes[0]);
        Assert.Equal(2, Success(whileTaken.Outcomes[1]).Customer.Version);
        Assert.Equal(1, whileTaken.Written);
        Assert.NotNull((await ApplyAsync(Member(bob, Aged("30")))).Outcomes[0]);
    }

    [Fact]
    public async Task Whoever_is_in_a_batch_has_the_turn_until_it_ends()
    {
        var bob = Load(1);
        Task<IDisposable> waiting;
        using (var held = Turns.Hold())
        {
            await CommitBatch.ApplyAsync([Member(bob, Aged("30"))], Loaded, held);
            waiting = Turns.TakeAsync(bob.Id, CancellationToken.None);
            Assert.False(waiting.IsCompleted);
        }

        (await waiting).Dispose();
    }

    [Theory]
    [MemberData(nameof(FartherReaching))]
    public async Task What_reaches_farther_than_the_customer_goes_alone(string field, ICustomerChange change)
    {
        var bob = Load(1);

        var (batch, outcomes) = await ApplyAsync(Member(bob, Aged("30")), Member(bob, change), Member(bob, Aged("31")));

        Assert.True(outcomes[1] is null, field);
        Assert.Equal((2, 3), (Success(outcomes[0]).Customer.Version, Success(outcomes[2]).Customer.Version));
        Assert.Equal(bob.Profile with { Age = "31" }, Assert.Single(batch.Written).Now.Profile);
    }

    /// <summary>What keys, pictures and the sending of codes are made of. By rewriting: new entries would need a database for their ids.</summary>
    public static TheoryData<string, ICustomerChange> FartherReaching => new()
    {
        { "username", new CustomerChange { Username = "bob" } },
        { "identifier", new CustomerChange { Identifier = "bob-1" } },
        { "photoUrl", new CustomerChange { PhotoUrl = "https://example.com/bob.png" } },
        { "emails", new ProfileRewrite(0, (profile, _) => profile with { Emails = One("bob@example.com") }) },
        { "phones", new ProfileRewrite(0, (profile, _) => profile with { Phones = One("+12025550100") }) },
        { "references", new ProfileRewrite(0, (profile, _) => profile with { References = [new Reference("chatwoot", "7")] }) },
    };

    [Fact]
    public async Task Who_means_another_version_than_the_batchs_goes_alone()
    {
        var bob = Load(1);

        var (_, outcomes) = await ApplyAsync(
            Member(bob, Aged("30"), Precondition.OneOf([1])),
            Member(bob, Aged("31"), Precondition.OneOf([1])),
            Member(bob, Aged("32"), Precondition.OneOf([2])),
            Member(bob, Aged("33"), Precondition.Missing));

        Assert.Equal([true, false, true, false], outcomes.Select(outcome => outcome is not null));
        Assert.Equal("32", Success(outcomes[2]).Customer.Profile.Age);
    }

    private static EntryList One(string value) => new() { Entries = [new Entry(1, null, value, value)], PrimaryId = 1 };
}
