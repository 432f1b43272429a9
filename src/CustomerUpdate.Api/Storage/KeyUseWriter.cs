namespace CustomerUpdate.Api.Storage;

/// <summary>Flushes <see cref="KeyUses"/> every ten seconds, and once more when the host stops.</summary>
internal sealed partial class KeyUseWriter(KeyUses uses, TimeProvider clock, ILogger<KeyUseWriter> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await FlushAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await uses.FlushAsync(cancellationToken);
        }
#pragma warning disable CA1031 // nobody waits for this, and the next use notes itself again
        catch (Exception failed) when (failed is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.NotWritten(logger, failed);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(10, LogLevel.Warning, "When keys were last used could not be written")]
        public static partial void NotWritten(ILogger logger, Exception exception);
    }
}
