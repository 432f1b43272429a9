using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>What documents say of an operation that reads something else than a single customer.</summary>
/// <typeparam name="TOperation">What is read.</typeparam>
internal static class ReadDescription<TOperation>
    where TOperation : IReadOperation<TOperation>
{
    private static readonly ValueList<FailureKind> OfRole = TOperation.Role == KeyRole.Read ? [] : [FailureKind.ReadOnlyKey];

    /// <summary>The description.</summary>
    public static RouteDescription Create() =>
        new(TOperation.Summary, TOperation.Body, [CommonHeaders.RequestId], Answers) { Example = TOperation.Example };

    private static IEnumerable<NamedAnswer> Answers(SampleRequest sample)
    {
        var exchange = sample.Exchange;
        foreach (var answer in TOperation.Samples(sample))
        {
            yield return answer;
        }

        var ofAll = FailureSamples.OfReads(TOperation.ReadCredential(exchange.Request).Tenant is not null);
        foreach (var kind in ofAll.Concat(OfRole).Concat(TOperation.Failures))
        {
            var failure = FailureSamples.Of(kind, sample.Customer);
            yield return new(kind.ToString(), TOperation.Failed(failure, exchange).WithRetryAfter(failure));
        }
    }
}
