using System.Text.Json;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Hub.History;

/// <summary>Speaks to the hub about customers.</summary>
internal sealed class HubCalls(HostUnderTest host)
{
    /// <summary>The key that may do everything.</summary>
    public const string OperatorKey = HostUnderTest.OperatorKey;

    /// <summary>The path of a customer.</summary>
    public static string PathOf(Customer customer) => $"/hub/v1/tenants/{customer.TenantId}/customers/{customer.Id}";

    /// <summary>Reads a path below a customer's.</summary>
    public Task<HubReply> GetAsync(Customer customer, string below = "", string key = OperatorKey) =>
        SendAsync(HttpMethod.Get, PathOf(customer) + below, null, key);

    /// <summary>Takes a customer back to an earlier version.</summary>
    public Task<HubReply> RevertAsync(Customer customer, long version, string key = OperatorKey) =>
        SendAsync(HttpMethod.Post, $"{PathOf(customer)}/revert", $$"""{ "version": {{version}} }""", key);

    /// <summary>Merges one customer into another.</summary>
    public Task<HubReply> MergeAsync(Customer into, Customer from, bool dryRun = false, string key = OperatorKey) => SendAsync(
        HttpMethod.Post,
        $"/hub/v1/tenants/{into.TenantId}/customers/merge",
        $$"""{ "into": "{{into.Id}}", "from": "{{from.Id}}", "dryRun": {{(dryRun ? "true" : "false")}} }""",
        key);

    /// <summary>Sends a request.</summary>
    public async Task<HubReply> SendAsync(HttpMethod method, string path, string? body, string key = OperatorKey)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : ContractUnderTest.Text(body) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        return await HubReply.OfAsync(await host.Client.SendAsync(request));
    }
}

/// <summary>An answer.</summary>
internal sealed record HubReply(int Status, string? ContentType, string? Allow, string Body)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Body, new JsonDocumentOptions { MaxDepth = 128 }).RootElement;

    /// <summary>Reads an answer.</summary>
    public static async Task<HubReply> OfAsync(HttpResponseMessage answer) => new(
        (int)answer.StatusCode,
        answer.Content.Headers.ContentType?.ToString(),
        answer.Content.Headers.Allow.Count == 0 ? null : string.Join(", ", answer.Content.Headers.Allow),
        await answer.Content.ReadAsStringAsync());

    /// <summary>Asserts that this is a problem, and answers what it is about.</summary>
    public (int Status, string? Type) Problem()
    {
        Assert.Equal("application/problem+json", ContentType);
        Assert.Equal(Status, Json.GetProperty("status").GetInt32());
        return (Status, Json.GetProperty("type").GetString());
    }

    /// <summary>The broken rules: pointer and code.</summary>
    public IReadOnlyList<(string? Pointer, string? Code)> Errors =>
        [.. Json.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()))];
}
