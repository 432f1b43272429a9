using System.CommandLine;
using CustomerUpdate.Api.Startup;

namespace CustomerUpdate.Api.CommandLine;

/// <summary><c>health</c>: asks a running host whether it is ready, for images that have no shell to ask with.</summary>
internal static class HealthVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly Option<string?> Address = new("--url") { Description = "Where the host listens; as configured where this is missing." };

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("health", "Ask a running host whether it is ready; the exit code is 0 where it is.") { Address };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var origin = HostAddress.Reachable(parsed.GetValue(Address) ?? Configured());
            if (await FindFaultAsync(origin, cancellationToken) is not { } fault)
            {
                return 0;
            }

            await parsed.InvocationConfiguration.Error.WriteLineAsync($"{origin}: {fault}");
            return 1;
        });
        return command;
    }

    private static async Task<string?> FindFaultAsync(string origin, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri($"{origin}/health/ready"), cancellationToken);
            return answer.IsSuccessStatusCode ? null : await answer.Content.ReadAsStringAsync(cancellationToken);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or OperationCanceledException or UriFormatException)
        {
            return unreachable.Message;
        }
    }

    // The same settings as the server's own, as far as they come from the environment.
    private static string Configured()
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables().Build();
        return settings["urls"]?.Split(';')[0] ?? (settings["http_ports"]?.Split(';')[0] is { } port ? $"http://127.0.0.1:{port}" : HostAddress.Default);
    }
}
