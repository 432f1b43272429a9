using System.Text;
using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>What Help Scout's tests send, and how they look at what comes back.</summary>
internal sealed class HelpScoutHttp(HostUnderTest host)
{
    /// <summary>The demo tenant's token.</summary>
    public static string Token => TestTenants.Demo.Key("helpscout");

    /// <summary>Makes a customer.</summary>
    public Task<Customer> CreateAsync(Func<Profile, Profile>? change = null) => host.Customers.CreateAsync(change);

    /// <summary>What is stored of a customer.</summary>
    public async Task<Profile> StoredAsync(Customer customer) => (await host.Customers.ReadAsync(customer)).Profile;

    /// <summary>Updates a customer.</summary>
    public Task<HelpScoutAnswer> PatchAsync(Customer customer, string body, string? contentType = "application/json", Action<HttpRequestMessage>? alter = null) =>
        PatchAsync(customer.Profile.ReferenceOf("helpscout")!, body, contentType, alter);

    /// <summary>Updates whom an id names.</summary>
    public Task<HelpScoutAnswer> PatchAsync(string id, string body, string? contentType = "application/json", Action<HttpRequestMessage>? alter = null)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return SendAsync(new HttpRequestMessage(HttpMethod.Patch, $"/v2/customers/{id}") { Content = content }, alter);
    }

    /// <summary>Shows a customer.</summary>
    public Task<HelpScoutAnswer> GetAsync(Customer customer, Action<HttpRequestMessage>? alter = null) => GetAsync(customer.Profile.ReferenceOf("helpscout")!, alter);

    /// <summary>Shows whom an id names.</summary>
    public Task<HelpScoutAnswer> GetAsync(string id, Action<HttpRequestMessage>? alter = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/v2/customers/{id}"), alter);

    /// <summary>Sends JSON, or nothing, to a path.</summary>
    public Task<HelpScoutAnswer> SendAsync(HttpMethod method, string path, string? body = null, Action<HttpRequestMessage>? alter = null)
    {
        var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return SendAsync(new HttpRequestMessage(method, path) { Content = content }, alter);
    }

    private async Task<HelpScoutAnswer> SendAsync(HttpRequestMessage request, Action<HttpRequestMessage>? alter)
    {
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Token}");
        alter?.Invoke(request);
        var answer = await host.Client.SendAsync(request);
        var contentType = answer.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null;
        return new HelpScoutAnswer(answer, contentType, await answer.Content.ReadAsStringAsync());
    }
}

/// <summary>An answer.</summary>
/// <param name="Http">Its head.</param>
/// <param name="ContentType">The content type as it was sent, which reading the body would tidy up; null where there is none.</param>
/// <param name="Body">Its body.</param>
internal sealed record HelpScoutAnswer(HttpResponseMessage Http, string? ContentType, string Body)
{
    /// <summary>The status.</summary>
    public int Status => (int)Http.StatusCode;

    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    /// <summary>What the error says as a whole.</summary>
    public string? Message => Json.GetProperty("message").GetString();

    /// <summary>Path and message of each cause.</summary>
    public IReadOnlyList<(string? Path, string? Message)> Errors =>
        [.. Json.GetProperty("_embedded").GetProperty("errors").EnumerateArray()
            .Select(error => (error.GetProperty("path").GetString(), error.GetProperty("message").GetString()))];

    /// <summary>A header of the answer.</summary>
    public string Header(string name) => Http.Headers.NonValidated[name].ToString();
}
