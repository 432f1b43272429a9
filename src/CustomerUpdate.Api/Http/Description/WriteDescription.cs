using System.Text;
using System.Text.Json.Nodes;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>What documents say of an operation that writes.</summary>
/// <typeparam name="TOperation">What is written.</typeparam>
/// <typeparam name="TRequest">The wire model of its request.</typeparam>
/// <typeparam name="TResult">What a write results in.</typeparam>
internal static class WriteDescription<TOperation, TRequest, TResult>
    where TOperation : IWriteOperation<TOperation, TRequest, TResult>
    where TRequest : class
{
    /// <summary>The description.</summary>
    /// <param name="method">The route's method, which is not the example's where two methods do the same.</param>
    public static RouteDescription Create(string method) => new(TOperation.Summary, Body(), TOperation.Headers, Answers)
    {
        Example = subject => TOperation.Example(subject) with { Method = method },
    };

    private static BodyDescription? Body() => TOperation.BodyType is { } type
        ? new BodyDescription(type, body => Read(body).Match(_ => true, _ => false)) { OtherMediaTypes = TOperation.OtherMediaTypes }
        : null;

    private static IEnumerable<NamedAnswer> Answers(SampleRequest sample)
    {
        var exchange = sample.Exchange;
        var example = sample.Body.Length == 0 ? null : JsonNode.Parse(sample.Body);
        var valid = Read(BodyOf(exchange, example)).TryFailure(out var request, out var refused) ? throw BrokenExample(refused) : request;
        var result = TOperation.Sample(valid, sample);
        var done = TOperation.Done(result, valid, exchange);
        yield return new("Done", TOperation.Tagged(result) is { } customer ? done.With("ETag", EntityTag.Of(customer, TOperation.Description.Name)) : done);
        foreach (var other in TOperation.OtherSamples(sample))
        {
            yield return other;
        }

        if (Break(exchange, example) is { } broken)
        {
            yield return new(nameof(FailureKind.Invalid), TOperation.Failed(broken, exchange));
        }

        foreach (var kind in FailureSamples.OfUpdates(TOperation.ReadCredential(exchange.Request).Tenant is not null).Except(TOperation.Impossible))
        {
            var failure = FailureSamples.Of(kind, sample.Customer);
            yield return new(kind.ToString(), TOperation.Failed(failure, exchange).WithRetryAfter(failure));
        }
    }

    // What comes of nonsense: for all values of the body, else for what the address says.
    private static Failure? Break(Exchange exchange, JsonNode? example)
    {
        if (example is not null && Read(Spoil(example)).TryFailure(out _, out var broken))
        {
            return broken;
        }

        var spoilt = exchange.With("", _ => "?");
        return TOperation.Target(spoilt) is { } target && target.TryFailure(out _, out var misplaced) && misplaced.Kind == FailureKind.Invalid
            ? misplaced
            : TOperation.BodyFormats[0].OfAddress is not null && Read(BodyOf(spoilt, null)).TryFailure(out _, out var unasked) ? unasked : null;
    }

    private static Result<RequestBody> BodyOf(Exchange exchange, JsonNode? json) =>
        TOperation.BodyFormats[0].OfAddress is { } read
            ? read(exchange.Request)
            : JsonSyntax.Check(json is null ? [] : Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static Result<TRequest> Read(JsonNode? json) =>
        Read(JsonSyntax.Check(json is null ? [] : Encoding.UTF8.GetBytes(json.ToJsonString())));

    private static Result<TRequest> Read(Result<RequestBody> sent)
    {
        if (sent.TryFailure(out var body, out var malformed) || TOperation.Parse(body).TryFailure(out var request, out malformed))
        {
            return malformed;
        }

        var broken = TOperation.Validator.Validate(request).Errors
            .Select(error => new Problem(error.PropertyName, error.ErrorCode, error.ErrorMessage, error.CustomState)).ToList();
        return broken.Count == 0 ? request : Failure.Invalid([.. broken]);
    }

    // The same body with nonsense for every value.
    private static JsonNode? Spoil(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Spoil(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Spoil)]),
        _ => JsonValue.Create("?"),
    };

    private static InvalidOperationException BrokenExample(Failure failure) => new(
        $"The example of {TOperation.Description.Name}, {TOperation.Summary}, breaks its own rules: {failure.Kind}, "
        + $"{string.Join(", ", failure.Problems.Select(problem => $"{problem.Path} {problem.Message}"))}.");
}
