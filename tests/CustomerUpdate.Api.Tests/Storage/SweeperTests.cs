using CustomerUpdate.Api.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CustomerUpdate.Api.Tests.Storage;

/// <summary>What ends is erased without being asked for.</summary>
public sealed class SweeperTests
{
    [Fact]
    public async Task Sweeps_all_every_ten_minutes_and_goes_on_past_what_fails()
    {
        var clock = new FakeTimeProvider();
        var broken = new Swept(new TaskCompletionSource(), new InvalidOperationException("the database is away"));
        var sound = new Swept(new TaskCompletionSource(), null);
        using var sweeper = new Sweeper([broken, sound], clock, NullLogger<Sweeper>.Instance);
        await sweeper.StartAsync(CancellationToken.None);

        // Its timer may not be there yet when the first ten minutes pass.
        while (!sound.Done.Task.IsCompleted)
        {
            clock.Advance(Sweeper.Period);
            await Task.Yield();
        }

        Assert.True(broken.Done.Task.IsCompleted);
        await sweeper.StopAsync(CancellationToken.None);
        Assert.True(sweeper.ExecuteTask!.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_host_sweeps_the_answers_that_it_keeps_and_the_tokens_that_it_grants()
    {
        var services = new ServiceCollection().AddStorage(new ConfigurationBuilder().Build());

        Assert.Single(services, service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(Sweeper));
        using var provider = services.BuildServiceProvider();
        Assert.Equal([typeof(KeptAnswers), typeof(AccessTokens)], provider.GetServices<ISwept>().Select(swept => swept.GetType()));
    }

    private sealed record Swept(TaskCompletionSource Done, Exception? Failure) : ISwept
    {
        string ISwept.Swept => "Things";

        public Task SweepAsync(CancellationToken cancellationToken)
        {
            Done.TrySetResult();
            return Failure is null ? Task.CompletedTask : Task.FromException(Failure);
        }
    }
}
