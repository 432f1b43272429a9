using CustomerUpdate.Api.Storage.Demo;

namespace CustomerUpdate.Api.Startup;

/// <summary>What a developer sees when the host has started: where it is, the demo tenant's keys, and command lines to copy.</summary>
internal static class DevelopmentSummary
{
    /// <summary>The text.</summary>
    public static string Text(StartedHost started)
    {
        var titles = ContractCatalog.All.ToDictionary(contract => contract.Description.Name, contract => contract.Description.Title);
        var width = titles.Values.Max(title => title.Length) + 2;
        var keys = DemoTenant.Keys.Select(key =>
            $"  {titles.GetValueOrDefault(key.Key, "Hub").PadRight(width)}{key.Value}");
        var updates = ContractCatalog.All.Select(contract =>
            $"""
            # {contract.Description.Title}
            {CurlLine.Of(started.Origin, contract.Example(DemoSubjects.Of(contract.Description.Name)))}

            """);
        return $"""

            CustomerUpdate {StartedHost.Version}, {started.Environment}

              {"Address".PadRight(width)}{started.Origin}
              {"Swagger".PadRight(width)}{started.Origin}/swagger
              {"Store".PadRight(width)}{started.Store}

            Keys of the demo tenant, for everybody to know (workspace {DemoTenant.WorkspaceId}, account {DemoTenant.AccountId}):

            {string.Join('\n', keys)}

            One customer stands behind all contracts. Update it through any of them:

            {string.Join('\n', updates)}
            # and read it back
            curl -s '{started.Origin}/hub/v1/tenants/{DemoTenant.Id}/customers/{DemoTenant.CustomerId}' -H 'Authorization: Bearer {DemoTenant.HubKey}'


            """;
    }
}
