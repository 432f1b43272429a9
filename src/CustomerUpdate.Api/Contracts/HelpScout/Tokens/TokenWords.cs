using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>Between the token endpoint's parameters and what they mean; its refusals are RFC 6749's (section 5.2), since the vendor documents none.</summary>
internal static class TokenWords
{
    public static HelpScoutTokenError InvalidClient { get; } = new("invalid_client", "There is no client with this client_id and client_secret.");

    public static HelpScoutTokenError InvalidGrant { get; } = new(
        "invalid_grant", "The code or refresh_token is not this client's, was used before or has expired.");

    public static HelpScoutTokenError Unreadable { get; } = new(
        "invalid_request", "The parameters are not readable as JSON or as a form, or one of them is there twice.");

    public static HelpScoutTokenError UnsupportedGrant { get; } = new(
        "unsupported_grant_type", "The grant_type must be client_credentials, authorization_code or refresh_token.");

    /// <summary>A parameter that is needed and was not sent, or was sent as something else than text.</summary>
    public static HelpScoutTokenError Missing(string parameter) => new("invalid_request", $"The parameter {parameter} must be a text that is not empty.");

    /// <summary>What the tokens are asked for; an error in its place.</summary>
    public static (TokenGrant? Grant, HelpScoutTokenError? Error) ToGrant(HelpScoutTokenRequest request) => TextOf(request.GrantType) switch
    {
        null => (null, Missing("grant_type")),
        "client_credentials" => (new TokenGrant.ClientCredentials(), null),
        "authorization_code" => TextOf(request.Code) is { } code
            ? (new TokenGrant.AuthorizationCode(code), null)
            : (null, Missing("code")),
        "refresh_token" => TextOf(request.RefreshToken) is { } token
            ? (new TokenGrant.RefreshToken(token), null)
            : (null, Missing("refresh_token")),
        _ => (null, UnsupportedGrant),
    };

    /// <summary>The client; null where the request does not say both halves of its credential.</summary>
    public static Credential? ToCredential(HelpScoutTokenRequest request) =>
        TextOf(request.ClientId) is { } id && TextOf(request.ClientSecret) is { } secret
            ? new Credential(HelpScoutMapping.Vendor, secret) { ClientId = id }
            : null;

    /// <summary>The answer that grants tokens.</summary>
    public static Answer Granted(NewTokens tokens, DateTimeOffset now) => Answer.Of(
        StatusCodes.Status200OK,
        new HelpScoutAccessToken("bearer", tokens.Access.Secret, tokens.Refresh?.Secret, (long)(tokens.Access.ExpiresAt - now).TotalSeconds),
        HelpScoutJson.Default.HelpScoutAccessToken);

    /// <summary>The answer that refuses them.</summary>
    public static Answer Refused(HelpScoutTokenError error) => error == InvalidClient
        ? Answer.Of(StatusCodes.Status401Unauthorized, error, HelpScoutJson.Default.HelpScoutTokenError).With("WWW-Authenticate", "Bearer")
        : Answer.Of(StatusCodes.Status400BadRequest, error, HelpScoutJson.Default.HelpScoutTokenError);

    // A parameter without a value is one that was not sent (RFC 6749, section 3.2).
    private static string? TextOf(Optional<string?> parameter) => parameter.Or(null) is { Length: > 0 } text ? text : null;
}
