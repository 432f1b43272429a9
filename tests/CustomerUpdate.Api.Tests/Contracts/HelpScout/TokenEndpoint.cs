using System.Text;
using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Keys;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>A client of the token endpoint, in a tenant of its own.</summary>
/// <param name="Key">The hub's path to its key.</param>
/// <param name="Id">The public half of its credential.</param>
/// <param name="Secret">The secret half.</param>
internal sealed record TokenClient(string Key, string Id, string Secret);

/// <summary>Asks the token endpoint of a host for tokens, and uses them.</summary>
internal sealed class TokenEndpoint(HostUnderTest host)
{
    public const string Form = "application/x-www-form-urlencoded";

    private readonly HubClient hub = new(host);
    private readonly HelpScoutHttp http = new(host);

    /// <summary>Makes a client.</summary>
    public async Task<TokenClient> NewClientAsync(string role = "write", string settings = "{}", string? expiresAt = null)
    {
        var tenant = await hub.NewTenantAsync(settings);
        var end = expiresAt is null ? "null" : $"\"{expiresAt}\"";
        var made = await hub.PostAsync($"{tenant}/keys", $$"""{ "contract": "helpscout", "role": "{{role}}", "name": "Test", "expiresAt": {{end}} }""");
        Assert.Equal(201, made.Status);
        return new TokenClient($"{tenant}/keys/{made.Text("id")}", made.Text("clientId"), made.Text("clientSecret"));
    }

    /// <summary>Has a code made for a client.</summary>
    public async Task<string> NewCodeAsync(TokenClient client) => (await hub.PostAsync($"{client.Key}/authorization-codes")).Text("code");

    /// <summary>Revokes a client's key.</summary>
    public Task RevokeAsync(TokenClient client) => hub.DeleteAsync(client.Key);

    /// <summary>Asks for tokens.</summary>
    public Task<HelpScoutAnswer> AskAsync(TokenClient client, string grantType, string? parameter = null, string? value = null)
    {
        var parameters = new Dictionary<string, string> { ["grant_type"] = grantType, ["client_id"] = client.Id, ["client_secret"] = client.Secret };
        if (parameter is not null)
        {
            parameters[parameter] = value!;
        }

        return PostAsync(JsonSerializer.Serialize(parameters));
    }

    /// <summary>Asks for tokens that must be granted.</summary>
    public async Task<(string Access, string? Refresh)> GrantAsync(TokenClient client, string grantType, string? parameter = null, string? value = null)
    {
        var answer = await AskAsync(client, grantType, parameter, value);
        Assert.Equal((200, answer.Body), (answer.Status, answer.Body));
        return (answer.Json.GetProperty("access_token").GetString()!, answer.Json.TryGetProperty("refresh_token", out var token) ? token.GetString() : null);
    }

    /// <summary>Posts to the endpoint, without a token.</summary>
    public Task<HelpScoutAnswer> PostAsync(
        string? body, string? contentType = "application/json", string query = "", Action<HttpRequestMessage>? alter = null) => http.SendAsync(
        HttpMethod.Post,
        $"/v2/oauth2/token{query}",
        null,
        request =>
        {
            request.Headers.Remove("Authorization");
            request.Content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (contentType is not null)
            {
                request.Content?.Headers.TryAddWithoutValidation("Content-Type", contentType);
            }

            alter?.Invoke(request);
        });

    /// <summary>What a token opens: the status of a list, or of a customer that is made.</summary>
    public async Task<int> UseAsync(string token, HttpMethod? method = null) => (await http.SendAsync(
        method ?? HttpMethod.Get,
        "/v2/customers",
        method is null ? null : "{}",
        request =>
        {
            request.Headers.Remove("Authorization");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        })).Status;
}
