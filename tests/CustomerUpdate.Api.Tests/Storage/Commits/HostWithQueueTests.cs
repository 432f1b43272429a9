using System.Net.Sockets;
using CustomerUpdate.Api.Tests.Contracts;
using CustomerUpdate.Core.Updates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CustomerUpdate.Api.Tests.Storage.Commits;

public sealed class HostWithQueueTestsOnPostgres() : HostWithQueueTests("postgres");

public sealed class HostWithQueueTestsOnSqlite() : HostWithQueueTests("sqlite");

/// <summary>What callers see of a full queue, and of one that a host is to end with.</summary>
public abstract class HostWithQueueTests(string engine)
{
    [Fact]
    public async Task Past_its_limit_every_contract_says_in_its_own_shape_that_it_is_busy_and_writes_nothing()
    {
        await using var queue = await HostWithQueue.StartAsync(engine, new KeyValuePair<string, string?>("Commits:QueueLimit", "2"));
        var (customer, refused) = (await queue.Host.Customers.CreateAsync(), await queue.Host.Customers.CreateAsync());
        var hold = queue.Statements.HoldNextLoad();
        var first = await queue.SendAsync(1, customer);
        await hold.Reached;
        var waiting = await queue.SendAsync(2, customer);

        foreach (var contract in ContractsUnderTest.All)
        {
            var answer = await queue.Host.Client.SendAsync(contract.Update(refused, contract.WriteName("Grace", "Hopper")));

            Assert.Equal((contract.Name, 503), (contract.Name, (int)answer.StatusCode));
            Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta);
            contract.AssertShape(FailureKind.Busy, answer, await answer.Content.ReadAsStringAsync());
        }

        hold.Release();
        Assert.All(await Task.WhenAll([.. first, .. waiting]), answer => Assert.True(answer.IsSuccessStatusCode, answer.ToString()));
        Assert.Equal(4, (await queue.Host.Customers.ReadAsync(customer)).Version);
        Assert.Equal(refused, await queue.Host.Customers.ReadAsync(refused));
        Assert.Equal(["test"], await queue.Host.Customers.HistoryAsync(refused));
    }

    [Fact]
    public async Task Whatever_waits_when_the_host_is_told_to_stop_is_answered_and_stored()
    {
        const int Updates = 150; // more than two batches
        await using var queue = await HostWithQueue.StartAsync(engine);
        await using var other = await queue.Host.StartAnotherAsync();
        var (ada, bob) = (await queue.Host.Customers.CreateAsync(), await queue.Host.Customers.CreateAsync());
        var hold = queue.Statements.HoldNextLoad();
        var answers = await queue.SendAsync(Updates, ada, bob);
        var lifetime = queue.Host.Services.GetRequiredService<IHostApplicationLifetime>();
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStopped.Register(stopped.SetResult);

        lifetime.StopApplication();
        await WaitForNobodyListeningAsync(queue.Host.Client.BaseAddress!);
        Assert.False(stopped.Task.IsCompleted);
        hold.Release();

        Assert.All(await Task.WhenAll(answers), answer => Assert.True(answer.IsSuccessStatusCode, answer.ToString()));
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(30));
        foreach (var customer in new[] { ada, bob })
        {
            Assert.Equal(1 + (Updates / 2), (await other.Customers.ReadAsync(customer)).Version);
            Assert.Equal(1 + (Updates / 2), (await other.Customers.HistoryAsync(customer)).Count);
        }
    }

    private static async Task WaitForNobodyListeningAsync(Uri address)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            while (true)
            {
                using var caller = new TcpClient();
                await caller.ConnectAsync(address.Host, address.Port, deadline.Token);
            }
        }
        catch (SocketException)
        {
            // That is what it waits for.
        }
    }
}
