using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CustomerUpdate.Api.Startup;

/// <summary>
/// Says on the console, once the host listens, where it is: to a developer with keys and a command line for each contract, to a machine in
/// one line of JSON.
/// </summary>
internal sealed class StartupSummary(IServer server, IConfiguration configuration, IHostEnvironment environment, IHostApplicationLifetime lifetime)
    : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        lifetime.ApplicationStarted.Register(() => Console.Out.Write(Text()));
        return Task.CompletedTask;
    }

    private string Text()
    {
        var started = new StartedHost(Origin(), environment.EnvironmentName, StoreOf(configuration));
        return environment.IsDevelopment() ? DevelopmentSummary.Text(started) : started.ToJsonLine();
    }

    private static string StoreOf(IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration.GetConnectionString("Customers")) ? "SQLite" : "PostgreSQL";

    private string Origin()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? HostAddress.Default;
        return HostAddress.Reachable(address);
    }
}
