using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Limits;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>An account of its own, so that its lists have the contacts of one test only.</summary>
/// <param name="Host">Where it is.</param>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Token">A token for it.</param>
internal sealed record ChatwootAccount(HostUnderTest Host, LimitedTenant Tenant, string Token)
{
    private readonly ChatwootClient chatwoot = new(Host);

    /// <summary>Where its contacts are.</summary>
    public string Path => $"/api/v1/accounts/{Tenant.Tenant.Tenant.AccountId}/contacts";

    /// <summary>Makes one.</summary>
    public static async Task<ChatwootAccount> CreateAsync(HostUnderTest host)
    {
        var tenant = await LimitedTenant.CreateAsync(host);
        return new ChatwootAccount(host, tenant, await tenant.NewKeyAsync("chatwoot", "read"));
    }

    /// <summary>Makes a contact of whom nothing is known but the name, the identifier <c>id-</c> and it, and what is said; later than those before it.</summary>
    public Task<Customer> AddAsync(string name, Func<Profile, Profile>? change = null)
    {
        Host.Clock.Advance(TimeSpan.FromMilliseconds(5));
        return Host.Customers.CreateAsync(Tenant.Tenant, profile =>
        {
            var known = new Profile { Name = new PersonName(name, name, null), Identifier = $"id-{name}", References = profile.References };
            return change?.Invoke(known) ?? known;
        });
    }

    /// <summary>Asks for a list.</summary>
    /// <param name="rest">What comes behind the path.</param>
    public async Task<ContactListAnswer> GetAsync(string rest = "") => new(await SendAsync(HttpMethod.Get, rest));

    /// <summary>Filters.</summary>
    /// <param name="body">A body of JSON.</param>
    /// <param name="query">The query.</param>
    public Task<ContactListAnswer> FilterAsync(string body, string query = "") => FilterAsync(ContractUnderTest.Text(body), query);

    /// <summary>Filters with a body of any kind.</summary>
    public async Task<ContactListAnswer> FilterAsync(HttpContent? body, string query = "") => new(await SendAsync(HttpMethod.Post, "/filter" + query, body));

    /// <summary>Filters by a single condition.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="with">Its operator.</param>
    /// <param name="values">Its values, as JSON.</param>
    public Task<ContactListAnswer> FilterAsync(string key, string with, string values) =>
        FilterAsync(new JsonObject { ["payload"] = new JsonArray(Condition(key, with, values)) }.ToJsonString());

    /// <summary>A condition.</summary>
    public static JsonObject Condition(string key, string with, string values, string? join = null) => new()
    {
        ["attribute_key"] = key,
        ["filter_operator"] = with,
        ["values"] = JsonNode.Parse(values),
        ["query_operator"] = join,
    };

    /// <summary>An entry list with one entry.</summary>
    public static EntryList Entries(string value, string? key = null) => new() { Entries = [new Entry(1, "work", value, key ?? value)], PrimaryId = 1 };

    /// <summary>Attributes, of a JSON object.</summary>
    public static ValueMap<BagValue> Bag(string json) =>
        ValueMap<BagValue>.Of(JsonElement.Parse(json).EnumerateObject().Select(member => KeyValuePair.Create(member.Name, BagValue.Of(member.Value))));

    private Task<ChatwootAnswer> SendAsync(HttpMethod method, string rest, HttpContent? body = null) =>
        chatwoot.SendAsync(method, Path + rest, body, ("api_access_token", Token));
}

/// <summary>A list that came back.</summary>
internal sealed record ContactListAnswer(ChatwootAnswer Answer)
{
    /// <summary>The status.</summary>
    public int Status => Answer.Status;

    /// <summary>The names of the contacts on the page, in their order.</summary>
    public string Names => Status == 200 ? string.Join(' ', Answer.Contact.EnumerateArray().Select(contact => contact.GetProperty("name").GetString())) : Answer.Line;

    /// <summary>The same in alphabetical order.</summary>
    public string SortedNames => string.Join(' ', Names.Split(' ').Order(StringComparer.Ordinal));

    /// <summary>What is said of the list, as JSON.</summary>
    public string Meta => JsonDocument.Parse(Answer.Body).RootElement.GetProperty("meta").GetRawText();

    /// <summary>The first contact on the page.</summary>
    public JsonElement First => Answer.Contact[0];

    /// <summary>What was refused: the status, and the message that stands alone.</summary>
    public string Refusal
    {
        get
        {
            var members = JsonDocument.Parse(Answer.Body).RootElement.EnumerateObject().ToList();
            return members is [{ Name: "error" } error] ? $"{Status} {error.Value.GetString()}" : Answer.Line;
        }
    }
}
