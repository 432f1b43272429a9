namespace CustomerUpdate.Api.Storage;

/// <summary>Erases tokens and codes that have ended, every ten minutes, so that their tables do not grow with every client that asks again.</summary>
internal sealed partial class AccessTokenSweeper(AccessTokens tokens, TimeProvider clock, ILogger<AccessTokenSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await SweepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await tokens.SweepAsync(cancellationToken);
        }
#pragma warning disable CA1031 // nobody waits for this, and it is tried again in ten minutes
        catch (Exception failed) when (failed is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.NotSwept(logger, failed);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(12, LogLevel.Warning, "Tokens that have ended could not be erased")]
        public static partial void NotSwept(ILogger logger, Exception exception);
    }
}
