using System.Text.Json.Nodes;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Hub.Keys;

/// <summary>What the hub answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Message">The whole answer.</param>
/// <param name="Body">The body's text.</param>
internal sealed record HubAnswer(int Status, HttpResponseMessage Message, string Body)
{
    /// <summary>The body, an object.</summary>
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    /// <summary>A member's text.</summary>
    public string Text(string member) => Json[member]!.GetValue<string>();

    /// <summary>The listed objects.</summary>
    public JsonArray Items => Json["items"]!.AsArray();

    /// <summary>What is wrong with which member, as <c>pointer code</c>, in ordinal order.</summary>
    public IEnumerable<string> Errors =>
        Json["errors"]!.AsArray().Select(error => $"{error!["pointer"]} {error["code"]}").Order(StringComparer.Ordinal);
}

/// <summary>Speaks to the hub of a host, as the operator unless told otherwise.</summary>
internal sealed class HubClient(HostUnderTest host, string key = HostUnderTest.OperatorKey)
{
    /// <summary>A time as the hub writes it: the host's, which other tests may have moved on, and some more.</summary>
    public string Time(TimeSpan later = default) => (host.Clock.GetUtcNow() + later).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null);

    public HubClient As(string other) => new(host, other);

    public Task<HubAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<HubAnswer> PostAsync(string path, string? json = null) => SendAsync(HttpMethod.Post, path, json);

    public Task<HubAnswer> PatchAsync(string path, string json) => SendAsync(HttpMethod.Patch, path, json);

    public Task<HubAnswer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    /// <summary>Makes a tenant; its path.</summary>
    public async Task<string> NewTenantAsync(string settings = "{}")
    {
        var made = await PostAsync("/tenants", $$"""{ "name": "Acme", "settings": {{settings}} }""");
        Assert.Equal(201, made.Status);
        return $"/tenants/{made.Text("id")}";
    }

    /// <summary>Makes a key.</summary>
    public async Task<HubAnswer> NewKeyAsync(string tenant, string contract, string role = "write")
    {
        var made = await PostAsync($"{tenant}/keys", $$"""{ "contract": "{{contract}}", "role": "{{role}}", "name": "Test" }""");
        Assert.Equal(201, made.Status);
        return made;
    }

    public async Task<HubAnswer> SendAsync(HttpMethod method, string path, string? json, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(method, $"/hub/v1{path}");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        if (json is not null)
        {
            request.Content = new StringContent(json, System.Text.Encoding.UTF8, mediaType);
        }

        var answer = await host.Client.SendAsync(request);
        return new HubAnswer((int)answer.StatusCode, answer, await answer.Content.ReadAsStringAsync());
    }
}
