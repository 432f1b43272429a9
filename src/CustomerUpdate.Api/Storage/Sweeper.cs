namespace CustomerUpdate.Api.Storage;

/// <summary>What ends by itself, and is to be erased then.</summary>
internal interface ISwept
{
    /// <summary>What it is, for the log.</summary>
    string Swept { get; }

    /// <summary>Erases what has ended.</summary>
    Task SweepAsync(CancellationToken cancellationToken);
}

/// <summary>Erases what has ended, every ten minutes: it holds customers' data or grows with every client that asks again.</summary>
internal sealed partial class Sweeper(IEnumerable<ISwept> all, TimeProvider clock, ILogger<Sweeper> logger) : BackgroundService
{
    /// <summary>From one time to the next.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var swept in all)
                {
                    await SweepAsync(swept, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task SweepAsync(ISwept swept, CancellationToken cancellationToken)
    {
        try
        {
            await swept.SweepAsync(cancellationToken);
        }
#pragma warning disable CA1031 // nobody waits for this, and it is tried again in ten minutes
        catch (Exception failed) when (failed is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.NotSwept(logger, failed, swept.Swept);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(11, LogLevel.Warning, "{Swept} that have ended could not be erased")]
        public static partial void NotSwept(ILogger logger, Exception exception, string swept);
    }
}
