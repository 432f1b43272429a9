using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace CustomerUpdate.Benchmarks.Load.Customers;

/// <summary>A key of a contract.</summary>
internal sealed record Key(string Id, string Secret);

/// <summary>A tenant with a key for each contract and the template customer, made through the hub.</summary>
internal sealed record Workplace(string TenantId, string WorkspaceId, long AccountId, string TemplateId, IReadOnlyDictionary<string, Key> Keys)
{
    /// <summary>The operator's key.</summary>
    public const string OperatorKey = "cu_operator_key_of_the_benchmarks_0";

    /// <summary>Makes it.</summary>
    public static async Task<Workplace> CreateAsync(Uri host, int entries)
    {
        using var hub = new HttpClient { BaseAddress = new Uri(host, "hub/v1/") };
        hub.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", OperatorKey);
        var tenant = await PostAsync(hub, "tenants", new JsonObject { ["name"] = "Benchmark" });
        var keys = new Dictionary<string, Key>();
        foreach (var contract in Contract.All)
        {
            var key = await PostAsync(hub, $"tenants/{tenant["id"]}/keys", new JsonObject { ["contract"] = contract.Name, ["role"] = "write", ["name"] = "benchmark" });
            keys[contract.Name] = new Key((string)key["id"]!, (string)key["key"]!);
        }

        var template = await PostAsync(hub, $"tenants/{tenant["id"]}/customers", TemplateCustomer.Body(entries));
        return new Workplace((string)tenant["id"]!, (string)tenant["workspaceId"]!, (long)tenant["accountId"]!, (string)template["id"]!, keys);
    }

    /// <summary>Throws unless the first and the last copy are shown through every contract.</summary>
    public async Task CheckAsync(Uri host, long customers)
    {
        using var client = new HttpClient { BaseAddress = host };
        foreach (var contract in Contract.All)
        {
            foreach (var customer in new[] { TemplateCustomer.First, TemplateCustomer.First + customers - 1 })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(contract.ShownAt(this, customer), UriKind.Relative));
                foreach (var (name, value) in CredentialOf(contract))
                {
                    request.Headers.TryAddWithoutValidation(name, value);
                }

                using var answer = await client.SendAsync(request);
                if ((int)answer.StatusCode != 200)
                {
                    throw new InvalidOperationException($"{contract.Name} answered {(int)answer.StatusCode} to GET {request.RequestUri}: {await answer.Content.ReadAsStringAsync()}");
                }
            }
        }
    }

    private (string Name, string Value)[] CredentialOf(Contract contract) => contract.Name switch
    {
        "trillet" => [("x-api-key", Keys[contract.Name].Secret), ("x-workspace-id", WorkspaceId)],
        "chatwoot" => [("api_access_token", Keys[contract.Name].Secret)],
        "insighto" => [],
        _ => [("Authorization", $"Bearer {Keys[contract.Name].Secret}")],
    };

    private static async Task<JsonNode> PostAsync(HttpClient hub, string path, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await hub.PostAsync(new Uri(path, UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"The hub answered {(int)answer.StatusCode} to {path}: {text}");
    }
}
