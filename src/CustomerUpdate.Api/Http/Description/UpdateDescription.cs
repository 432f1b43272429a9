using System.Text;
using System.Text.Json.Nodes;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>What documents say of a contract's update.</summary>
/// <typeparam name="TContract">The contract.</typeparam>
/// <typeparam name="TRequest">The wire model of its update.</typeparam>
internal static class UpdateDescription<TContract, TRequest>
    where TContract : IUpdateContract<TContract, TRequest>
    where TRequest : class
{
    /// <summary>The description.</summary>
    public static RouteDescription Create() => new(
        "Update one customer",
        new BodyDescription(TContract.BodyType, body => Read(body).Match(_ => true, _ => false)) { OtherMediaTypes = TContract.OtherMediaTypes },
        CommonHeaders.OfUpdates,
        Answers);

    private static IEnumerable<NamedAnswer> Answers(SampleRequest sample)
    {
        var exchange = sample.Exchange;
        var valid = Read(JsonNode.Parse(sample.Body)).TryFailure(out var request, out var refused) ? throw BrokenExample(refused) : request;
        yield return new("Updated", TContract.Updated(sample.Update(TContract.Map(valid)), valid, exchange));
        if (Read(Spoil(JsonNode.Parse(sample.Body))).TryFailure(out _, out var broken))
        {
            yield return new(nameof(FailureKind.Invalid), TContract.Failed(broken, exchange));
        }

        foreach (var kind in FailureSamples.OfUpdates(TContract.ReadCredential(exchange.Request).Tenant is not null))
        {
            var failure = FailureSamples.Of(kind, sample.Customer);
            yield return new(kind.ToString(), TContract.Failed(failure, exchange).WithRetryAfter(failure));
        }
    }

    private static Result<TRequest> Read(JsonNode? json)
    {
        var checkedBody = JsonSyntax.Check(Encoding.UTF8.GetBytes(json?.ToJsonString() ?? "null"));
        if (checkedBody.TryFailure(out var body, out var malformed) || TContract.Parse(body).TryFailure(out var request, out malformed))
        {
            return malformed;
        }

        var broken = TContract.Validator.Validate(request).Errors
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

    private static InvalidOperationException BrokenExample(Failure failure) =>
        new($"The example of {TContract.Description.Name} breaks its own rules: {failure.Kind}.");
}
