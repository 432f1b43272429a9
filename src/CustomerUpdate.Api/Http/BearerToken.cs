using System.Net.Http.Headers;

namespace CustomerUpdate.Api.Http;

/// <summary>Reads bearer tokens (RFC 6750).</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer";

    /// <summary>Whether a token comes out of the header as it went in.</summary>
    public static bool CanCarry(string token) =>
        token.All(character => character is > ' ' and < '\x7f')
        && AuthenticationHeaderValue.TryParse($"{Scheme} {token}", out var header)
        && header.Parameter == token;

    /// <summary>The token in the header <c>Authorization</c>; null where there is none, or where the header is of another scheme.</summary>
    public static string? Of(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
        && header.Scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header.Parameter
            : null;
}
