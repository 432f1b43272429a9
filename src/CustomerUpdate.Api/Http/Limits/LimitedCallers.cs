using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http.Limits;

/// <summary>Tells who is behind a request, and lets nobody ask too often.</summary>
internal sealed class LimitedCallers(ICallers callers, FailedAuthentications failures, RequestLimits limits, SearchLimits searches, TimeProvider clock)
{
    /// <summary>Who is behind a request, not counting it yet.</summary>
    /// <returns>
    /// The failures of <see cref="ICallers.IdentifyAsync"/>; in place of <see cref="FailureKind.CredentialUnknown"/>, from an address that had it
    /// too often, <see cref="FailureKind.RateLimited"/>.
    /// </returns>
    public async Task<Result<Caller>> IdentifyAsync(HttpContext http, Credential credential, CancellationToken cancellationToken)
    {
        var identified = await callers.IdentifyAsync(credential, cancellationToken);
        return identified.TryFailure(out _, out var failure) && failure.Kind == FailureKind.CredentialUnknown
            ? CountWrongSecret(http, credential) ?? failure
            : identified;
    }

    /// <summary>Counts a wrong secret, which may have come beside a right credential.</summary>
    /// <returns><see cref="FailureKind.RateLimited"/> where its address has shown too many; else null.</returns>
    public Failure? CountWrongSecret(HttpContext http, Credential credential)
    {
        if (failures.Count(http.Connection.RemoteIpAddress) is not { } wait)
        {
            return null;
        }

        LimitMetrics.CountAuthentication(credential.Contract);
        return Limited(wait);
    }

    /// <summary>Counts a request, once however many doors it passes, and says on its answer what the caller has left.</summary>
    /// <returns><see cref="FailureKind.RateLimited"/> where that is not enough; else null.</returns>
    public Failure? Count(HttpContext http, ContractDescription contract, Caller caller)
    {
        var allowance = http.Features.Get<Allowance>();
        if (allowance is null && (allowance = limits.Take(caller, contract.Rates.CostOf(http.Request.Method))) is not null)
        {
            http.Features.Set(allowance);
            RateLimitHeaders.Announce(http, RateLimitHeaders.Of(contract, allowance));
        }

        return Refusal(allowance, () => LimitMetrics.CountRequest(contract.Name));
    }

    /// <summary>Counts a search of those that a tenant may make, and says on its answer what the tenant has left.</summary>
    /// <returns><see cref="FailureKind.RateLimited"/> where that is not enough; else null.</returns>
    public Failure? CountSearch(HttpContext http, ContractDescription contract, Caller caller)
    {
        var allowance = searches.Take(caller);
        if (allowance is not null)
        {
            RateLimitHeaders.Announce(http, RateLimitHeaders.Of($"{contract.Name}-search", allowance));
        }

        return Refusal(allowance, () => LimitMetrics.CountSearch(contract.Name));
    }

    /// <summary>Both: who is behind a request, and whether they may make it now.</summary>
    public async Task<Result<Caller>> AdmitAsync(
        HttpContext http, ContractDescription contract, Credential credential, CancellationToken cancellationToken)
    {
        if ((await IdentifyAsync(http, credential, cancellationToken)).TryFailure(out var caller, out var unknown))
        {
            return unknown;
        }

        return Count(http, contract, caller) is { } limited ? limited : caller;
    }

    private Failure? Refusal(Allowance? allowance, Action count)
    {
        if (allowance?.RetryIn is not { } wait)
        {
            return null;
        }

        count();
        return Limited(wait);
    }

    // Whole seconds, which is how they are told, and never too few.
    private Failure Limited(TimeSpan wait)
    {
        var seconds = TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds));
        var at = (clock.GetUtcNow() + wait).UtcTicks;
        var second = (at + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;
        return Failure.Of(FailureKind.RateLimited) with
        {
            RetryAfter = seconds,
            RetryAt = new DateTimeOffset(second * TimeSpan.TicksPerSecond, TimeSpan.Zero),
        };
    }
}
