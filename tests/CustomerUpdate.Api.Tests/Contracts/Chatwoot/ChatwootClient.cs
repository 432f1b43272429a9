using System.Text;
using System.Text.Json;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Keys;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>Talks to a host the way Chatwoot's clients do.</summary>
internal sealed class ChatwootClient(HostUnderTest host)
{
    /// <summary>The demo tenant's token.</summary>
    public static string Token { get; } = TestTenants.Demo.Key("chatwoot");

    /// <summary>What a customer is called in paths.</summary>
    public static string IdOf(Customer customer) => customer.Profile.ReferenceOf("chatwoot")!;

    /// <summary>A customer's path in the demo tenant.</summary>
    public static string PathOf(Customer customer) => PathOf(IdOf(customer));

    /// <summary>A path in an account.</summary>
    public static string PathOf(string id, string account = "1") => $"/api/v1/accounts/{account}/contacts/{id}";

    /// <summary>Updates a customer with JSON.</summary>
    public Task<ChatwootAnswer> PutAsync(Customer customer, string json) => SendAsync(HttpMethod.Put, PathOf(customer), ContractUnderTest.Text(json));

    /// <summary>Updates a customer with a body of any kind.</summary>
    public Task<ChatwootAnswer> PutAsync(Customer customer, HttpContent? body, string query = "") =>
        SendAsync(HttpMethod.Put, PathOf(customer) + query, body);

    /// <summary>Asks for a customer.</summary>
    public Task<ChatwootAnswer> GetAsync(Customer customer, string query = "") => SendAsync(HttpMethod.Get, PathOf(customer) + query);

    /// <summary>Sends JSON to a path behind a contact's.</summary>
    public Task<ChatwootAnswer> PostAsync(Customer customer, string rest, string json) => PostAsync($"/contacts/{IdOf(customer)}{rest}", json);

    /// <summary>Sends JSON to a path in the demo tenant's account.</summary>
    public Task<ChatwootAnswer> PostAsync(string path, string json) =>
        SendAsync(HttpMethod.Post, $"/api/v1/accounts/1{path}", ContractUnderTest.Text(json));

    /// <summary>Asks for a path behind a contact's.</summary>
    public Task<ChatwootAnswer> GetPartAsync(Customer customer, string rest) => SendAsync(HttpMethod.Get, PathOf(customer) + rest);

    /// <summary>Deletes a contact, or what is at a path behind it.</summary>
    public Task<ChatwootAnswer> DeleteAsync(Customer customer, string rest = "") => SendAsync(HttpMethod.Delete, PathOf(customer) + rest);

    /// <summary>Makes an inbox of the demo tenant; its number.</summary>
    public async Task<long> NewInboxAsync(string channel)
    {
        var made = await new HubClient(host).PostAsync(
            $"/tenants/{TestTenants.Demo.Tenant.Id}/inboxes", $$"""{ "name": "Desk", "channelType": "Channel::{{channel}}" }""");
        Assert.Equal(201, made.Status);
        return made.Json["id"]!.GetValue<long>();
    }

    /// <summary>Sends any request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="body">The body.</param>
    /// <param name="headers">The headers; the demo tenant's token where there are none.</param>
    public async Task<ChatwootAnswer> SendAsync(
        HttpMethod method, string path, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers.Length == 0 ? [("api_access_token", Token)] : headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await host.Client.SendAsync(request);
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
        return new ChatwootAnswer((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), text);
    }
}

/// <summary>What came back.</summary>
internal sealed record ChatwootAnswer(int Status, string? ContentType, string Body)
{
    // An answer holds attributes deeper than a body does.
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = 128 };

    /// <summary>The contact in it.</summary>
    public JsonElement Contact => JsonDocument.Parse(Body, AnyDepth).RootElement.GetProperty("payload");

    /// <summary>The whole of it.</summary>
    public JsonElement Root => JsonDocument.Parse(Body, AnyDepth).RootElement;

    /// <summary>A member of the contact, as JSON text; null where it is not there.</summary>
    public string? this[string member] => Contact.TryGetProperty(member, out var value) ? value.GetRawText() : null;

    /// <summary>The whole of it in one line, for comparing.</summary>
    public string Line => $"{Status} {Body}";
}
