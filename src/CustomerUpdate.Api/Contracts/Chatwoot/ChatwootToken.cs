namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Finds the token by which a caller is let in.</summary>
internal static class ChatwootToken
{
    private const string Header = "api-access-token";

    /// <summary>
    /// The token, or null where there is none or a blank one. Underscores and hyphens in the header's name are one: clients send either, and
    /// proxies drop the first. <c>Authorization</c> is nobody's business here: clients send a bearer token beside it that means nothing.
    /// </summary>
    public static string? Find(IHeaderDictionary headers) => headers
        .Where(header => string.Equals(header.Key.Replace('_', '-'), Header, StringComparison.OrdinalIgnoreCase))
        .Select(header => header.Value.ToString())
        .FirstOrDefault(token => !string.IsNullOrWhiteSpace(token));
}
