using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>What documents say of a route that shows a single customer.</summary>
/// <typeparam name="TContract">The contract.</typeparam>
internal static class ShowDescription<TContract>
    where TContract : IShowContract<TContract>
{
    /// <summary>The description.</summary>
    public static RouteDescription Create() => new("Show one customer", null, CommonHeaders.OfReads, Answers);

    private static IEnumerable<NamedAnswer> Answers(SampleRequest sample)
    {
        var exchange = sample.Exchange;
        yield return new("Shown", TContract.Shown(sample.Customer, exchange));
        yield return new("NotModified", new Answer(StatusCodes.Status304NotModified));
        yield return new(nameof(FailureKind.NotFound), TContract.NotShown(Failure.Of(FailureKind.NotFound), exchange));
        if (TContract.Locate(WithoutRoute(exchange)).TryFailure(out _, out var misplaced) && misplaced.Kind != FailureKind.NotFound)
        {
            yield return new(misplaced.Kind.ToString(), TContract.NotShown(misplaced, exchange));
        }

        foreach (var kind in FailureSamples.OfReads(TContract.ReadCredential(exchange.Request).Tenant is not null))
        {
            var failure = FailureSamples.Of(kind, sample.Customer);
            yield return new(kind.ToString(), TContract.Failed(failure, exchange).WithRetryAfter(failure));
        }
    }

    // A path whose parameters say nothing: whether the contract minds is its own affair.
    private static Exchange WithoutRoute(Exchange exchange)
    {
        var http = new DefaultHttpContext { TraceIdentifier = exchange.RequestId };
        foreach (var name in exchange.Request.RouteValues.Keys)
        {
            http.Request.RouteValues[name] = "?";
        }

        return exchange with { Http = http };
    }
}
