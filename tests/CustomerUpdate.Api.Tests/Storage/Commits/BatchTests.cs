using CustomerUpdate.Api.Storage;
using CustomerUpdate.Api.Storage.Commits;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.Extensions.Time.Testing;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

/// <summary>Batches of updates of customers, and no database.</summary>
public abstract class BatchTests : IDisposable
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));

    /// <summary>The customers that were found.</summary>
    private protected Dictionary<CommitTarget, Customer> Loaded { get; } = [];

    /// <summary>The turns to write customers.</summary>
    private protected CommitTurns Turns { get; } = new();

    public void Dispose()
    {
        Turns.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static CustomerChange Aged(string age) => new() { Age = age };

    private protected static UpdatedCustomer Success(Result<UpdatedCustomer>? outcome) =>
        outcome!.Value.TryFailure(out var updated, out var failure) ? throw new InvalidOperationException($"Failed: {failure}") : updated;

    private protected static FailureKind? KindOf(Result<UpdatedCustomer>? outcome) => outcome!.Value.Match(_ => (FailureKind?)null, failure => failure.Kind);

    // In the order of their numbers, and none with a turn of another's: turns are shared by hash.
    private protected Customer Customer(int number) => DemoCustomer.Customer(clock.GetUtcNow()) with
    {
        Id = new Guid($"0198f000-0000-7000-8000-00000{number}000000"),
        Profile = new Profile(),
    };

    private protected Customer Load(int number)
    {
        var customer = Customer(number);
        Loaded.Add(new CommitTarget(customer.TenantId, CustomerKey.Id(customer.Id)), customer);
        return customer;
    }

    // No entry is added and no password is set here, so that neither ids nor hashes are asked for.
    private protected PendingCommit Member(Customer customer, ICustomerChange change, Precondition? precondition = null)
    {
        var caller = new Caller(DemoTenant.Tenant(clock.GetUtcNow()), null, "chatwoot", KeyRole.Write);
        var command = new CustomerUpdateCommand(caller, CustomerKey.Id(customer.Id), change, "request-1", null)
        {
            Precondition = precondition ?? Precondition.None,
        };
        return new PendingCommit(
            command, new UpdatePreparation(command, new EntryIds(null!), PhoneNumberReaders.Default, null!, clock), CancellationToken.None);
    }

    private protected async Task<(CommitBatch Batch, Result<UpdatedCustomer>?[] Outcomes)> ApplyAsync(params PendingCommit[] members)
    {
        using var held = Turns.Hold();
        var batch = await CommitBatch.ApplyAsync(members, Loaded, held);
        Assert.All(members, member => Assert.False(member.Outcome.IsCompleted)); // nobody hears of it before it is written
        batch.Complete();
        return (batch, await Task.WhenAll(members.Select(member => member.Outcome)));
    }
}
