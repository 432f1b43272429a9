using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Http.Limits;
using CustomerUpdate.Core.Updates;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace CustomerUpdate.Api.Swagger;

/// <summary>
/// The headers of a route's answers as documents list them: those of its sample answers, and those that are put on every contract's answers
/// alike. None is promised: most depend on what was asked for, and on how the host is configured.
/// </summary>
/// <param name="contract">Whose route it is.</param>
/// <param name="route">The route.</param>
internal sealed class AnswerHeaders(ContractDescription contract, RouteDescription route)
{
    private static readonly Allowance Sample = new(600, 599, TimeSpan.Zero, null);

    private static readonly Dictionary<string, (JsonSchemaType Type, string Text)> Known = new()
    {
        [RequestIds.Header] = (JsonSchemaType.String, "The request's name in history and logs."),
        [HeaderNames.ETag] = (JsonSchemaType.String, "The version of the customer that is shown, for If-Match and If-None-Match."),
        [HeaderNames.Location] = (JsonSchemaType.String, "Where what was made is from now on."),
        [HeaderNames.RetryAfter] = (JsonSchemaType.Integer, "After how many seconds the same request may be sent again."),
        [WriteHeaders.PreferenceApplied] = (JsonSchemaType.String, "dry-run where nothing was written because Prefer asked for that."),
        [IdempotentWrites.Replayed] = (JsonSchemaType.String, "true where this is the answer that the first request under the Idempotency-Key had."),
        [RateLimitHeaders.Policy] = (JsonSchemaType.String, "How many requests (q) the key may make in how many seconds (w)."),
        [RateLimitHeaders.Limit] = (JsonSchemaType.String, "How many requests are left (r), and in how many seconds there will be another one (t)."),
    };

    private readonly List<string> ofLimits = [.. RateLimitHeaders.Of(contract, Sample).Select(header => header.Key)];

    private readonly HashSet<string> numbers = [.. contract.Rates.HeadersOf(Sample).Select(header => header.Key)];

    /// <summary>The headers of a status.</summary>
    public Dictionary<string, IOpenApiHeader> Of(int status, IReadOnlyCollection<NamedAnswer> answers)
    {
        string[] common =
        [
            RequestIds.Header,
            HeaderNames.CacheControl,
            HeaderNames.XContentTypeOptions,
            .. Takes(CommonHeaders.Prefer) ? [WriteHeaders.PreferenceApplied] : Array.Empty<string>(),
            .. Takes(CommonHeaders.IdempotencyKey) && status is >= 200 and < 300 ? [IdempotentWrites.Replayed] : Array.Empty<string>(),
            .. answers.All(IsForStrangers) ? [] : ofLimits,
        ];
        return common.Concat(answers.SelectMany(named => named.Answer.Headers.Select(header => header.Key)))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToDictionary(name => name, Header);
    }

    // Whose key is not known is not counted by it.
    private static bool IsForStrangers(NamedAnswer named) => named.Name is nameof(FailureKind.CredentialMissing) or nameof(FailureKind.CredentialUnknown);

    private bool Takes(HeaderParameter header) => route.Headers.Any(taken => taken.Name == header.Name);

    private IOpenApiHeader Header(string name)
    {
        var (type, text) = Known.GetValueOrDefault(name, (numbers.Contains(name) ? JsonSchemaType.Integer : JsonSchemaType.String, null!));
        return new OpenApiHeader { Description = text, Schema = new OpenApiSchema { Type = type } };
    }
}
