using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace CustomerUpdate.Faults;

/// <summary>A customer as its contracts call it.</summary>
internal sealed record Subject(string Id, string Trillet, string Quentli, long HelpScout, long Chatwoot, string Insighto);

/// <summary>A tenant with keys and customers, made through the hub, and what its writers send.</summary>
internal sealed class Workplace
{
    private readonly HttpClient hub;
    private readonly string tenantId;
    private readonly string workspaceId;
    private readonly long accountId;
    private readonly Dictionary<string, string> keys;

    private Workplace(HttpClient hub, JsonNode tenant, Dictionary<string, string> keys, IReadOnlyList<Subject> subjects)
    {
        this.hub = hub;
        this.keys = keys;
        tenantId = (string)tenant["id"]!;
        workspaceId = (string)tenant["workspaceId"]!;
        accountId = (long)tenant["accountId"]!;
        Subjects = subjects;
    }

    /// <summary>The contracts.</summary>
    public static IReadOnlyList<string> Contracts { get; } = ["trillet", "quentli", "helpscout", "chatwoot", "insighto"];

    /// <summary>The customers.</summary>
    public IReadOnlyList<Subject> Subjects { get; }

    /// <summary>Makes it.</summary>
    public static async Task<Workplace> CreateAsync(Uri address, int customers)
    {
        var hub = new HttpClient { BaseAddress = new Uri(address, "hub/v1/"), Timeout = TimeSpan.FromSeconds(30) };
        hub.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", HostProcess.OperatorKey);
        var tenant = await PostAsync(hub, "tenants", new JsonObject { ["name"] = "Faults" });
        var keys = new Dictionary<string, string>();
        foreach (var contract in Contracts)
        {
            var key = await PostAsync(hub, $"tenants/{tenant["id"]}/keys", new JsonObject { ["contract"] = contract, ["role"] = "write", ["name"] = "faults" });
            keys[contract] = (string)key["key"]!;
        }

        var subjects = new List<Subject>();
        for (var index = 0; index < customers; index++)
        {
            var conversation = string.Create(CultureInfo.InvariantCulture, $"conversation{index}");
            var made = await PostAsync(hub, $"tenants/{tenant["id"]}/customers", new JsonObject { ["references"] = new JsonObject { ["trillet"] = new JsonArray(conversation) } });
            var references = made["references"]!;
            subjects.Add(new Subject(
                (string)made["id"]!, conversation, (string)references["quentli"]!, (long)references["helpscout"]!, (long)references["chatwoot"]!, (string)references["insighto"]!));
        }

        return new Workplace(hub, tenant, keys, subjects);
    }

    /// <summary>A write that changes something: the value is one that the customer never had.</summary>
    public HttpRequestMessage Write(string contract, Subject subject, string value)
    {
        var (method, path, body) = contract switch
        {
            "trillet" => ("POST", $"v1/api/conversations/{subject.Trillet}/customer/edit", $$"""{ "name": "{{value}}" }"""),
            "quentli" => ("PATCH", $"v1/customers/{subject.Quentli}", $$"""{ "input": { "data": { "tosIp": "{{value}}" } } }"""),
            "helpscout" => ("PATCH", $"v2/customers/{subject.HelpScout}", $$"""[ { "op": "replace", "path": "/jobTitle", "value": "{{value}}" } ]"""),
            "chatwoot" => ("PUT", $"api/v1/accounts/{accountId}/contacts/{subject.Chatwoot}", $$"""{ "custom_attributes": { "value": "{{value}}" } }"""),
            _ => ("PUT", $"api/v1/contact/{subject.Insighto}?api_key={keys[contract]}", $$"""{ "user_attributes": { "value": "{{value}}" } }"""),
        };
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        var (name, key) = contract switch
        {
            "trillet" => ("x-api-key", keys[contract]),
            "chatwoot" => ("api_access_token", keys[contract]),
            _ => ("Authorization", $"Bearer {keys[contract]}"),
        };
        request.Headers.TryAddWithoutValidation(name, key);
        request.Headers.TryAddWithoutValidation("x-workspace-id", workspaceId);
        return request;
    }

    /// <summary>A customer's current version.</summary>
    public async Task<long> VersionOfAsync(Subject subject) =>
        (long)JsonNode.Parse(await hub.GetStringAsync(new Uri($"tenants/{tenantId}/customers/{subject.Id}", UriKind.Relative)))!["version"]!;

    /// <summary>A customer's versions, newest first, each with the request that wrote it.</summary>
    public async Task<IReadOnlyList<(long Version, string RequestId)>> HistoryOfAsync(Subject subject)
    {
        var versions = new List<(long, string)>();
        string? cursor = null;
        do
        {
            var query = $"tenants/{tenantId}/customers/{subject.Id}/history?limit=100{(cursor is null ? "" : $"&cursor={cursor}")}";
            var page = JsonNode.Parse(await hub.GetStringAsync(new Uri(query, UriKind.Relative)))!;
            versions.AddRange(page["items"]!.AsArray().Select(item => ((long)item!["version"]!, (string)item["requestId"]!)));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);

        return versions;
    }

    private static async Task<JsonNode> PostAsync(HttpClient hub, string path, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        var answer = await hub.PostAsync(new Uri(path, UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"The hub answered {(int)answer.StatusCode} to {path}: {text}");
    }
}
