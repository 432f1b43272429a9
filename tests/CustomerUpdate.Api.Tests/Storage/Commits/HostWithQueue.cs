using CustomerUpdate.Api.Storage.Commits;
using CustomerUpdate.Api.Tests.Contracts;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

/// <summary>A host over HTTP whose queue can be held up.</summary>
internal sealed class HostWithQueue : IAsyncDisposable
{
    private readonly SemaphoreSlim accepted = new(0);
    private int sent;

    /// <summary>The host.</summary>
    public HostUnderTest Host { get; private set; } = null!;

    /// <summary>What its batches read and write by.</summary>
    public WatchedStatements Statements { get; private set; } = null!;

    /// <summary>Starts a host.</summary>
    public static async Task<HostWithQueue> StartAsync(string engine, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var queue = new HostWithQueue();
        queue.Host = await HostUnderTest.StartAsync(engine, settings: new Dictionary<string, string?>(settings), replace: services =>
        {
            services.Decorate<IBatchStatements>(inner => queue.Statements = new WatchedStatements(inner));
            services.Decorate<ICustomerCommits>(inner => new CountedCommits(inner, queue.accepted));
        });
        _ = queue.Host.Services.GetRequiredService<ICustomerCommits>(); // a service is made when it is first asked for

        // With the first answer the documents are fetched by which all answers are judged: a host that is ending gives none any more.
        await queue.Host.Client.SendAsync(ContractsUnderTest.All[0].Show(await queue.Host.Customers.CreateAsync()));
        return queue;
    }

    /// <summary>Sends updates of customers through all contracts in turn, each with a name of its own, and returns when all of them are in the queue.</summary>
    /// <returns>What is to be answered.</returns>
    public async Task<IReadOnlyList<Task<HttpResponseMessage>>> SendAsync(int count, params Customer[] customers)
    {
        var answers = Enumerable.Range(0, count).Select(_ =>
        {
            var number = sent++;
            var contract = ContractsUnderTest.All[number % ContractsUnderTest.All.Count];
            return Host.Client.SendAsync(contract.Update(customers[number % customers.Length], contract.WriteName($"Grace{number}", "Hopper")));
        }).ToList();
        for (var update = 0; update < count; update++)
        {
            Assert.True(await accepted.WaitAsync(TimeSpan.FromSeconds(30)));
        }

        return answers;
    }

    public async ValueTask DisposeAsync()
    {
        Statements.Release();
        await Host.DisposeAsync();
        accepted.Dispose();
    }

    // An update that is committed waits, as far as it does, before its task is returned.
    private sealed class CountedCommits(ICustomerCommits inner, SemaphoreSlim accepted) : ICustomerCommits
    {
        public Task<Result<UpdatedCustomer>> CommitAsync(CustomerUpdateCommand command, CancellationToken cancellationToken)
        {
            var outcome = inner.CommitAsync(command, cancellationToken);
            accepted.Release();
            return outcome;
        }
    }
}
