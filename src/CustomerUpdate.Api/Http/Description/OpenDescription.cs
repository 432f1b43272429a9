namespace CustomerUpdate.Api.Http;

/// <summary>What documents say of an operation at which anybody may ask.</summary>
/// <typeparam name="TOperation">What is asked for.</typeparam>
internal static class OpenDescription<TOperation>
    where TOperation : IOpenOperation<TOperation>
{
    /// <summary>The description.</summary>
    public static RouteDescription Create() =>
        new(TOperation.Summary, TOperation.Body, [CommonHeaders.RequestId], Answers) { Example = TOperation.Example, IsOpen = true };

    private static IEnumerable<NamedAnswer> Answers(SampleRequest sample)
    {
        foreach (var answer in TOperation.Samples(sample))
        {
            yield return answer;
        }

        foreach (var kind in TOperation.Failures)
        {
            var failure = FailureSamples.Of(kind, sample.Customer);
            yield return new(kind.ToString(), TOperation.Failed(failure, sample.Exchange).WithRetryAfter(failure));
        }
    }
}
