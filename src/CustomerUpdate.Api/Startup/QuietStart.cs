namespace CustomerUpdate.Api.Startup;

/// <summary>
/// Keeps the framework's stack traces out of the log until the host has started: what goes wrong before is said in one sentence
/// (<see cref="StartupRefusal"/>). Afterwards they log as ever.
/// </summary>
internal sealed class QuietStart
{
    private static readonly string[] Categories =
        ["Microsoft.AspNetCore.Server.Kestrel", "Microsoft.EntityFrameworkCore.Database", "Microsoft.EntityFrameworkCore.Infrastructure", "Microsoft.Extensions.Hosting.Internal.Host"];

    private bool hasStarted;

    /// <summary>Begins to be quiet.</summary>
    public QuietStart(ILoggingBuilder logging)
    {
        foreach (var category in Categories)
        {
            logging.AddFilter(category, level => level >= LogLevel.Warning && (hasStarted || level < LogLevel.Error));
        }
    }

    /// <summary>Ends it once the host has started.</summary>
    public void EndWith(IHostApplicationLifetime lifetime) => lifetime.ApplicationStarted.Register(() => hasStarted = true);
}
