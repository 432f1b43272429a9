using CustomerUpdate.Api.Storage.Demo;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CustomerUpdate.Api.Startup;

/// <summary>Tells a developer, on the console and once the host listens, where it is and how to try each contract.</summary>
internal sealed class StartupSummary(IServer server, IHostApplicationLifetime lifetime) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        lifetime.ApplicationStarted.Register(() => Console.Out.Write(Text(Origin())));
        return Task.CompletedTask;
    }

    private static string Text(string origin)
    {
        var lines = ContractCatalog.All.Select(contract =>
            $"""

              {contract.Description.Title}
              {CurlLine.Of(origin, contract.Example(DemoSubjects.Of(contract.Description.Name)))}

            """);
        return $"""

            CustomerUpdate listens on {origin}; its routes are at {origin}/swagger.
            One demo customer stands behind all contracts. Update it through any of them:
            {string.Concat(lines)}
            Read it back:
              curl -s '{origin}/hub/v1/tenants/{DemoTenant.Id}/customers/{DemoTenant.CustomerId}' -H 'Authorization: Bearer {DemoTenant.HubKey}'


            """;
    }

    private string Origin()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? HostAddress.Default;
        return address.Replace("[::]", "127.0.0.1", StringComparison.Ordinal).Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).TrimEnd('/');
    }
}
