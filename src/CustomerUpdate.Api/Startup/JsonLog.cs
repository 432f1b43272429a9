using Microsoft.Extensions.Logging.Console;

namespace CustomerUpdate.Api.Startup;

/// <summary>What the host writes on the console where a machine reads it: lines of JSON, and nothing else.</summary>
internal static class JsonLog
{
    private const string Formatter = "Logging:Console:FormatterName";

    // "Now listening on" and what follows: the line about the start (StartupSummary) says all of it.
    private const string Lifetime = "Microsoft.Hosting.Lifetime";

    /// <summary>Writes JSON unless this is Development, or a formatter is configured.</summary>
    public static void UseJsonOutsideDevelopment(this ILoggingBuilder logging, IConfiguration configuration, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
        {
            return;
        }

        logging.AddFilter<ConsoleLoggerProvider>(Lifetime, LogLevel.Warning);
        if (string.IsNullOrEmpty(configuration[Formatter]))
        {
            logging.AddJsonConsole(json =>
            {
                json.UseUtcTimestamp = true;
                json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }
    }
}
