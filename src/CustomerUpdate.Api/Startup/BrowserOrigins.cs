using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Http.Limits;

namespace CustomerUpdate.Api.Startup;

/// <summary>
/// The web pages that may call this host from a browser (CORS, https://fetch.spec.whatwg.org/#http-cors-protocol): none, unless configured.
/// Keys travel in headers or the query, never in cookies, so that a page can do no more than the key that it was given.
/// </summary>
internal static class BrowserOrigins
{
    /// <summary>Where the origins are configured: a list, separated by commas.</summary>
    public const string Setting = "Cors:Origins";

    // What a page may read beside the few headers that every page may.
    private static readonly string[] Readable =
    [
        RequestIds.Header, "ETag", "Location", "Retry-After", "Idempotency-Replayed", WriteHeaders.PreferenceApplied,
        RateLimitHeaders.Limit, RateLimitHeaders.Policy, "Resource-ID", "Correlation-Id",
        "X-RateLimit-Limit-Minute", "X-RateLimit-Remaining-Minute", "X-RateLimit-Retry-After",
    ];

    /// <summary>Lets the configured pages call the host.</summary>
    public static void UseBrowserOrigins(this WebApplication app)
    {
        var origins = Of(app.Configuration);
        if (origins.Length > 0)
        {
            app.UseCors(policy => policy.WithOrigins(origins).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders(Readable)
                .SetPreflightMaxAge(TimeSpan.FromHours(1)));
        }
    }

    /// <summary>Why the configured list cannot be taken; null where it can.</summary>
    public static string? Refusal(IConfiguration configuration) => Of(configuration)
        .Where(origin => !IsOrigin(origin))
        .Select(origin => $"{Setting} has '{origin}' in it, which is no origin: write scheme, host and port alone, such as https://crm.example.com, separated by commas.")
        .FirstOrDefault();

    private static string[] Of(IConfiguration configuration) =>
        (configuration[Setting] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase);
}
