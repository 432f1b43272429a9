using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>The parameters of the token endpoint, whichever way they came. Others beside these are ignored.</summary>
internal sealed record HelpScoutTokenRequest
{
    [JsonPropertyName("grant_type")]
    public Optional<string?> GrantType { get; init; }

    [JsonPropertyName("client_id")]
    public Optional<string?> ClientId { get; init; }

    [JsonPropertyName("client_secret")]
    public Optional<string?> ClientSecret { get; init; }

    public Optional<string?> Code { get; init; }

    [JsonPropertyName("refresh_token")]
    public Optional<string?> RefreshToken { get; init; }

    /// <summary>Nothing: what is printed may end in a log.</summary>
    public override string ToString() => nameof(HelpScoutTokenRequest);
}

/// <summary>The tokens that were granted.</summary>
/// <param name="TokenType">Always <c>bearer</c>, in small letters.</param>
/// <param name="AccessToken">Goes into the header <c>Authorization</c>.</param>
/// <param name="RefreshToken">Is exchanged for the next ones, once; absent where a client's credential alone was enough.</param>
/// <param name="ExpiresIn">For how many seconds the access token is taken.</param>
internal sealed record HelpScoutAccessToken(
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("refresh_token")] string? RefreshToken,
    [property: JsonPropertyName("expires_in")] long ExpiresIn)
{
    /// <summary>No token: what is printed may end in a log.</summary>
    public override string ToString() => TokenType;
}
