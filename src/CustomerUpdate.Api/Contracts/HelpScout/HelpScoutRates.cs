using System.Globalization;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Http.Limits;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>How Help Scout counts requests. https://developer.helpscout.com/mailbox-api/overview/rate-limiting/</summary>
internal static class HelpScoutRates
{
    /// <summary>Writing costs twice what reading does.</summary>
    public static RateRules Rules { get; } = new(
        method => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? 1 : 2,
        allowance =>
        [
            new("X-RateLimit-Limit-Minute", allowance.Limit.ToString(CultureInfo.InvariantCulture)),
            new("X-RateLimit-Remaining-Minute", allowance.Remaining.ToString(CultureInfo.InvariantCulture)),
        ]);

    /// <summary>The answer; where waiting helps against a limit, with the seconds in the vendor's own header too.</summary>
    public static Answer WithVendorsRetryAfter(this Answer answer, Failure failure) =>
        failure is { Kind: FailureKind.RateLimited, RetryAfter: { } wait }
            ? answer.With("X-RateLimit-Retry-After", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture))
            : answer;
}
