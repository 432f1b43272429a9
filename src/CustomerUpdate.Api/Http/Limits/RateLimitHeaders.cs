using System.Globalization;

namespace CustomerUpdate.Api.Http.Limits;

/// <summary>
/// Says on an answer what its caller has left. https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/11/
/// </summary>
internal static class RateLimitHeaders
{
    /// <summary>The header that says the limit.</summary>
    public const string Policy = "RateLimit-Policy";

    /// <summary>The header that says what is left.</summary>
    public const string Limit = "RateLimit";

    /// <summary>
    /// Puts headers on a request's answer, whatever it will be: they are written when it starts, and so outlive an error. A request that two
    /// limits hold for has two of each.
    /// </summary>
    public static void Announce(HttpContext http, IEnumerable<KeyValuePair<string, string>> headers) =>
        http.Response.OnStarting(() =>
        {
            foreach (var (name, value) in http.Features.Get<Withdrawal>() is null ? headers : [])
            {
                http.Response.Headers.Append(name, value);
            }

            return Task.CompletedTask;
        });

    /// <summary>Takes back what was announced on a request's answer: its caller, who was remembered, is nobody any more.</summary>
    public static void Withdraw(HttpContext http) => http.Features.Set(new Withdrawal());

    /// <summary>The headers of a key's limit for a contract, with the vendor's own.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(ContractDescription contract, Allowance allowance) =>
        [.. Of(contract.Name, allowance), .. contract.Rates.HeadersOf(allowance)];

    /// <summary>The headers of a limit. The time is that until there is one more: within it no more than what is left can be used.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(string limit, Allowance allowance) =>
    [
        new(Policy, string.Create(CultureInfo.InvariantCulture, $"\"{limit}\";q={allowance.Limit};w={TokenBucket.Window.TotalSeconds}")),
        new(Limit, string.Create(
            CultureInfo.InvariantCulture, $"\"{limit}\";r={allowance.Remaining};t={Math.Ceiling(allowance.MoreIn.TotalSeconds)}")),
    ];

    private sealed record Withdrawal;
}
