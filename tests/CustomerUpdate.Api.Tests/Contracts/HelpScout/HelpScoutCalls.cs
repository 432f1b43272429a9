using System.Text;
using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Limits;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>Requests to any of Help Scout's paths, by one of a tenant's tokens.</summary>
/// <param name="Host">The host.</param>
/// <param name="Tenant">The tenant.</param>
/// <param name="Token">The token.</param>
internal sealed record HelpScoutCalls(HostUnderTest Host, TestTenant Tenant, string Token)
{
    private static readonly string[] PropertyMembers = ["type", "slug", "name", "value", "text"];

    /// <summary>By the demo tenant.</summary>
    public static HelpScoutCalls ByDemo(HostUnderTest host) => new(host, TestTenants.Demo, HelpScoutHttp.Token);

    /// <summary>By a tenant that nobody else knows.</summary>
    public static async Task<HelpScoutCalls> ByNewTenantAsync(HostUnderTest host)
    {
        var tenant = await LimitedTenant.CreateAsync(host);
        return new HelpScoutCalls(host, tenant.Tenant, await tenant.NewKeyAsync("helpscout"));
    }

    /// <summary>The path of a customer, or of something that belongs to one.</summary>
    public static string PathOf(Customer customer, string part = "") => $"/v2/customers/{customer.Profile.ReferenceOf("helpscout")}{part}";

    /// <summary>Makes a customer of the tenant.</summary>
    public Task<Customer> CreateAsync(Func<Profile, Profile>? change = null) => Host.Customers.CreateAsync(Tenant, change);

    /// <summary>What is stored of a customer.</summary>
    public async Task<Profile> StoredAsync(Customer customer) => (await Host.Customers.ReadAsync(customer)).Profile;

    /// <summary>Reads.</summary>
    public Task<HelpScoutAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>Sends a request.</summary>
    public async Task<HelpScoutAnswer> SendAsync(
        HttpMethod method, string path, string? body = null, string contentType = "application/json", Action<HttpRequestMessage>? alter = null)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Token}");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        alter?.Invoke(request);
        var answer = await Host.Client.SendAsync(request);
        var sent = answer.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null;
        return new HelpScoutAnswer(answer, sent, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Defines a property.</summary>
    public async Task DefineAsync(string type, string slug, string options = "null") => Assert.Equal(
        201, (await SendAsync(HttpMethod.Post, "/v2/customer-properties", $$"""{"type":"{{type}}","slug":"{{slug}}","name":"The {{slug}}","options":{{options}}}""")).Status);

    /// <summary>The properties of a customer, as its own GET shows them: type, slug, name, value and text of each.</summary>
    public async Task<IReadOnlyList<string>> PropertiesAsync(Customer customer)
    {
        var shown = (await GetAsync(PathOf(customer))).Json.GetProperty("_embedded").GetProperty("properties");
        return [.. shown.EnumerateArray().Select(property => string.Join('|', Members(property)))];
    }

    private static IEnumerable<string?> Members(JsonElement property) =>
        PropertyMembers.Select(name => property.GetProperty(name).GetString());
}
