using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Http.Limits;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Gives clients their tokens.
/// https://developer.helpscout.com/mailbox-api/overview/authentication/
/// </summary>
internal sealed class HelpScoutTokens : IHelpScoutOperation<HelpScoutTokens>, IOpenOperation<HelpScoutTokens>
{
    // Two days, as the vendor has it now.
    private static readonly TimeSpan AccessLifetime = TimeSpan.FromSeconds(172_800);

    // The vendor names no end. One that nobody has used for a year opens nothing any more; each use gives a new one.
    private static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(365);

    private static readonly KeyForm Form = KeyForm.Bytes("", 32);

    public static string Summary => "Get an access token";

    public static BodyDescription Body { get; } = new(HelpScoutJson.Default.HelpScoutTokenRequest, IsValid)
    {
        OtherMediaTypes = [TokenParameters.FormType],
    };

    public static ValueList<QueryParameter> Query { get; } =
    [
        new("grant_type", "client_credentials, authorization_code or refresh_token. Each parameter may stand here or in the body."),
        new("client_id", "The client, as it came with its key."),
        new("client_secret", "Its secret."),
        new("code", "What authorization_code spends: a code of the hub's, once, within ten minutes."),
        new("refresh_token", "What refresh_token spends: the one that came last, once. The tokens before end with it."),
    ];

    public static ValueList<FailureKind> Failures { get; } =
        [FailureKind.UnsupportedMediaType, FailureKind.TooLarge, FailureKind.RateLimited, FailureKind.Busy, FailureKind.Unexpected];

    public static RequestExample Example(ExampleSubject subject) => new(
        HttpMethods.Post,
        "/v2/oauth2/token",
        [],
        "application/json",
        $$"""{ "grant_type": "client_credentials", "client_id": "{{subject.Client?.Id}}", "client_secret": "{{subject.Client?.Secret}}" }""");

    public static async Task<Answer> AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        if ((await TokenParameters.ReadAsync(exchange.Request, cancellationToken)).TryFailure(out var request, out var unreadable))
        {
            return unreadable.Kind == FailureKind.Malformed ? Refuse(TokenWords.Unreadable, exchange) : Fail(unreadable, exchange);
        }

        var (asked, misread) = TokenWords.ToGrant(request);
        if (asked is not { } grant)
        {
            return Refuse(misread!, exchange);
        }

        if (TokenWords.ToCredential(request) is not { } credential)
        {
            return Refuse(TokenWords.InvalidClient, exchange);
        }

        var admitted = await exchange.Service<LimitedCallers>().AdmitAsync(exchange.Http, HelpScoutContract.Description, credential, cancellationToken);
        if (admitted.TryFailure(out var client, out var unknown))
        {
            return unknown.Kind is FailureKind.CredentialUnknown or FailureKind.CredentialMissing ? Refuse(TokenWords.InvalidClient, exchange) : Fail(unknown, exchange);
        }

        return await GrantAsync(exchange with { Caller = client }, credential, grant, cancellationToken);
    }

    public static IEnumerable<NamedAnswer> Samples(SampleRequest sample)
    {
        var now = sample.Customer.UpdatedAt;
        var access = new NewToken("8gP0v2Xn4c1wYz7mQk3tR5bJ6dL9fH0sA-uE_iOqNlM", now + AccessLifetime);
        var refresh = new NewToken("Zr1kV6yTq8bW3mXn0cJ5dL7fH2sA4uE9iOgPlM-N_Ko", now + RefreshLifetime);
        yield return new("Granted", Label(TokenWords.Granted(new NewTokens(access, null), now), sample.Exchange));
        yield return new("GrantedWithRefreshToken", Label(TokenWords.Granted(new NewTokens(access, refresh), now), sample.Exchange));
        yield return new("InvalidRequest", Refuse(TokenWords.Missing("grant_type"), sample.Exchange));
        yield return new("UnsupportedGrantType", Refuse(TokenWords.UnsupportedGrant, sample.Exchange));
        yield return new("InvalidGrant", Refuse(TokenWords.InvalidGrant, sample.Exchange));
        yield return new("InvalidClient", Refuse(TokenWords.InvalidClient, sample.Exchange));
    }

    private static async Task<Answer> GrantAsync(Exchange exchange, Credential credential, TokenGrant grant, CancellationToken cancellationToken)
    {
        var log = exchange.Service<UpdateLog>();
        var started = log.Now;
        var now = exchange.Service<TimeProvider>().GetUtcNow();
        var tokens = NewTokensFor(grant, exchange.Caller!, now);
        var granted = await exchange.Service<IAccessTokens>().GrantAsync(exchange.Caller!, grant, tokens, cancellationToken);
        var outcome = granted.Match(_ => LoggedOutcome.Done, failure => LoggedOutcome.Refused(failure.Kind));
        log.Write(HelpScoutContract.Description, exchange, $"get tokens by {grant}", outcome, started);
        if (!granted.TryFailure(out var given, out var refused))
        {
            return Label(TokenWords.Granted(given, now), exchange);
        }

        if (refused.Kind != FailureKind.CredentialUnknown)
        {
            return Fail(refused, exchange);
        }

        return exchange.Service<LimitedCallers>().CountWrongSecret(exchange.Http, credential) is { } limited
            ? Fail(limited, exchange)
            : Refuse(TokenWords.InvalidGrant, exchange);
    }

    // No token outlives its key, and none says so.
    private static NewTokens NewTokensFor(TokenGrant grant, Caller client, DateTimeOffset now)
    {
        return new NewTokens(New(AccessLifetime), grant is TokenGrant.ClientCredentials ? null : New(RefreshLifetime));

        NewToken New(TimeSpan lifetime) => new(
            Form.NewSecret(), client.ExpiresAt is { } end && end < now + lifetime ? end : now + lifetime);
    }

    private static bool IsValid(JsonNode? body) =>
        body is JsonObject
        && JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(body.ToJsonString()), HelpScoutJson.Default.HelpScoutTokenRequest) is { } request
        && TokenWords.ToGrant(request).Error is null
        && TokenWords.ToCredential(request) is not null;

    private static Answer Fail(Failure failure, Exchange exchange) => HelpScoutContract.Failed(failure, exchange).WithRetryAfter(failure);

    private static Answer Refuse(HelpScoutTokenError error, Exchange exchange) => Label(TokenWords.Refused(error), exchange);

    // As the live service has them, which are not those of its other answers (and what RFC 6749, section 5.1, asks for).
    private static Answer Label(Answer answer, Exchange exchange) => answer
        .With(HelpScoutHeaders.CorrelationId, HelpScoutHeaders.LogRefOf(exchange))
        .With("Cache-Control", "no-store")
        .With("Pragma", "no-cache");
}
