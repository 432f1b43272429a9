using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Keys;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Tests.Limits;

/// <summary>A tenant of its own, with limits of its own, made through the hub.</summary>
/// <param name="Hub">The hub, as the operator.</param>
/// <param name="Path">The tenant in the hub.</param>
/// <param name="Tenant">Whom requests are about.</param>
internal sealed record LimitedTenant(HubClient Hub, string Path, TestTenant Tenant)
{
    /// <summary>Makes one.</summary>
    /// <param name="host">Where.</param>
    /// <param name="settings">The tenant's settings: a JSON object.</param>
    public static async Task<LimitedTenant> CreateAsync(HostUnderTest host, string settings = "{}")
    {
        var hub = new HubClient(host);
        var path = await hub.NewTenantAsync(settings);
        var shown = await hub.GetAsync(path);
        var tenant = new Tenant
        {
            Id = Guid.Parse(shown.Text("id")),
            Name = shown.Text("name"),
            WorkspaceId = shown.Text("workspaceId"),
            AccountId = shown.Json["accountId"]!.GetValue<long>(),
            OrganizationId = Guid.Parse(shown.Text("organizationId")),
            CreatedAt = host.Clock.GetUtcNow(),
        };
        return new LimitedTenant(hub, path, new TestTenant(tenant, '9'));
    }

    /// <summary>Makes one whose keys for a contract may make so many requests a minute.</summary>
    public static Task<LimitedTenant> CreateAsync(HostUnderTest host, string contract, int perMinute) =>
        CreateAsync(host, Settings(contract, perMinute));

    /// <summary>Makes a key.</summary>
    public async Task<string> NewKeyAsync(string contract, string role = "write") => (await Hub.NewKeyAsync(Path, contract, role)).Text("key");

    /// <summary>Gives a contract another limit.</summary>
    public async Task LimitAsync(string contract, int perMinute) =>
        Assert.Equal(200, (await Hub.PatchAsync(Path, $$"""{ "settings": {{Settings(contract, perMinute)}} }""")).Status);

    private static string Settings(string contract, int perMinute) => $$"""{ "rateLimits": { "{{contract}}": {{perMinute}} } }""";
}
