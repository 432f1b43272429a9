using CustomerUpdate.Api.Storage;
using CustomerUpdate.Api.Tests.Contracts.Insighto;
using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CustomerUpdate.Api.Tests.Writes;

public sealed class RepeatsTogetherOnPostgres() : RepeatsTogetherTests(PostgresDatabase.Engine);

public sealed class RepeatsTogetherOnSqlite() : RepeatsTogetherTests(SqliteDatabase.Engine);

/// <summary>Repeats of a request that has been answered, while another repeat of it is being answered.</summary>
public abstract class RepeatsTogetherTests(string engine) : IAsyncLifetime
{
    private readonly InsightoUnderTest contract = new();
    private HeldAnswers answers = null!;
    private HostUnderTest host = null!;

    public async Task InitializeAsync() => host = await HostUnderTest.StartAsync(
        engine,
        replace: services => services.Replace(ServiceDescriptor.Singleton<IKeptAnswers>(
            provider => answers = new HeldAnswers(provider.GetRequiredService<KeptAnswers>()))));

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_repeat_does_not_wait_for_another_one_nor_is_it_refused()
    {
        var customer = await host.Customers.CreateAsync();
        Assert.Equal((200, false), await SendAsync(customer, "Grace"));

        var held = answers.HoldNext();
        var first = SendAsync(customer, "Grace");
        await held.Begun;
        var second = await SendAsync(customer, "Grace");
        var other = await SendAsync(customer, "Ada");
        held.End();

        Assert.Equal((200, true), second);
        Assert.Equal((422, false), other);
        Assert.Equal((200, true), await first);
    }

    [Fact]
    public async Task As_many_repeats_as_come_together_are_all_answered()
    {
        var customer = await host.Customers.CreateAsync();
        await SendAsync(customer, "Grace");

        var repeats = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => SendAsync(customer, "Grace")));

        Assert.All(repeats, repeat => Assert.Equal((200, true), repeat));
    }

    private async Task<(int Status, bool IsReplay)> SendAsync(Customer customer, string name)
    {
        var request = contract.Update(customer, contract.WriteName(name, "Hopper"));
        request.Headers.Add("Idempotency-Key", "k");
        var answer = await host.Client.SendAsync(request);
        return ((int)answer.StatusCode, answer.Headers.Contains("Idempotency-Replayed"));
    }

    private sealed class HeldAnswers(KeptAnswers inner) : IKeptAnswers
    {
        private Held? next;

        public Held HoldNext() => next = new Held();

        public async Task<Result<KeptAnswer>?> FindAsync(IdempotentRequest request, CancellationToken cancellationToken)
        {
            if (Interlocked.Exchange(ref next, null) is { } held)
            {
                await held.WaitAsync();
            }

            return await inner.FindAsync(request, cancellationToken);
        }
    }

    private sealed class Held
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => begun.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public void End() => ended.SetResult();

        public Task WaitAsync()
        {
            begun.SetResult();
            return ended.Task;
        }
    }
}
