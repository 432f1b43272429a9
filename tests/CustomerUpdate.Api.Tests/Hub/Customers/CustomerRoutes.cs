using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Hub.Customers;

/// <summary>An answer of the hub.</summary>
/// <param name="Status">The status.</param>
/// <param name="Message">The answer's headers.</param>
/// <param name="Body">The body; null where there is none.</param>
internal sealed record HubAnswer(int Status, HttpResponseMessage Message, JsonNode? Body)
{
    public string? Type => (string?)Body?["type"];

    /// <summary>The pointers and codes of all errors.</summary>
    public IEnumerable<string> Errors => Body!["errors"]!.AsArray().Select(error => $"{error!["pointer"]} {error["code"]}").Order();

    public string? ETag => Message.Headers.ETag?.Tag;

    public string Id => (string)Body!["id"]!;
}

/// <summary>Sends requests to the hub's routes for customers, in the name of a tenant.</summary>
internal sealed class CustomerRoutes(HostUnderTest host, TestTenant tenant)
{
    public const string MergePatch = "application/merge-patch+json";
    public const string JsonPatch = "application/json-patch+json";

    private static long numbers;

    private int made;

    /// <summary>The ten digits of a North American phone number that no other test has.</summary>
    public static string UniqueDigits() => $"{7_300_000_000 + Interlocked.Increment(ref numbers)}";

    /// <summary>A text that no other test has.</summary>
    public string Unique(string prefix) => $"{prefix}-{Guid.NewGuid():N}-{Interlocked.Increment(ref made)}";

    public string Path(string customer = "") => $"/hub/v1/tenants/{tenant.Tenant.Id}/customers{customer}";

    public Task<HubAnswer> CreateAsync(string body, string? key = null) => SendAsync(HttpMethod.Post, Path(), body, key: key);

    public Task<HubAnswer> ShowAsync(string id) => SendAsync(HttpMethod.Get, Path($"/{id}"));

    public Task<HubAnswer> ListAsync(string query) => SendAsync(HttpMethod.Get, Path($"?{query}"));

    public Task<HubAnswer> EraseAsync(string id) => SendAsync(HttpMethod.Delete, Path($"/{id}"));

    public Task<HubAnswer> PatchAsync(string id, string body, string mediaType = MergePatch) => SendAsync(HttpMethod.Patch, Path($"/{id}"), body, mediaType);

    /// <summary>The customer as Core knows it.</summary>
    public static Customer CustomerOf(TestTenant tenant, HubAnswer answer) => new()
    {
        TenantId = tenant.Tenant.Id,
        Id = Guid.Parse(answer.Id),
        Version = 1,
        CreatedAt = default,
        UpdatedAt = default,
        Profile = new Profile
        {
            References = answer.Body!["references"]!.AsObject()
                .Where(reference => reference.Value is JsonValue)
                .Select(reference => new Reference(reference.Key, reference.Value!.ToString())).ToValueList(),
        },
    };

    public async Task<HubAnswer> SendAsync(
        HttpMethod method, string path, string? body = null, string mediaType = "application/json", string? key = null, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key ?? tenant.Key("hub")}");
        if (ifNoneMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };
        }

        var message = await host.Client.SendAsync(request);
        var text = await message.Content.ReadAsStringAsync();
        return new HubAnswer((int)message.StatusCode, message, text.Length == 0 ? null : JsonNode.Parse(text));
    }
}
