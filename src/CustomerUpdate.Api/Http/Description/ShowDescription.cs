using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>What documents say of a route that shows a single customer.</summary>
/// <typeparam name="TOperation">What is shown.</typeparam>
internal static class ShowDescription<TOperation>
    where TOperation : IShowOperation<TOperation>
{
    /// <summary>The description.</summary>
    public static RouteDescription Create() => new(TOperation.ShowSummary, null, CommonHeaders.OfReads, Answers) { Example = TOperation.ShowExample };

    private static IEnumerable<NamedAnswer> Answers(SampleRequest sample)
    {
        var exchange = sample.Exchange;
        var shown = TOperation.Shown(sample.Customer, exchange).Tagged(exchange.Request, sample.Customer, TOperation.Description.Name);
        yield return new("Shown", shown);
        yield return new("NotModified", shown with { Status = StatusCodes.Status304NotModified, ContentType = null, Body = default });
        if (TOperation.Shown(sample.Customer, exchange.With("?name=%C3%28", value => value)) is { Status: not StatusCodes.Status200OK } malformed)
        {
            yield return new(nameof(FailureKind.Malformed), malformed);
        }

        yield return new(nameof(FailureKind.NotFound), TOperation.NotShown(Failure.Of(FailureKind.NotFound), exchange));
        if (TOperation.Locate(exchange.With("", _ => "?")).TryFailure(out _, out var misplaced) && misplaced.Kind != FailureKind.NotFound)
        {
            yield return new(misplaced.Kind.ToString(), TOperation.NotShown(misplaced, exchange));
        }

        foreach (var kind in FailureSamples.OfReads(TOperation.ReadCredential(exchange.Request).Tenant is not null))
        {
            var failure = FailureSamples.Of(kind, sample.Customer);
            yield return new(kind.ToString(), TOperation.Failed(failure, exchange).WithRetryAfter(failure));
        }
    }
}
