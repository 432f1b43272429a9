using System.Globalization;

namespace CustomerUpdate.Api.Startup;

/// <summary>
/// What a host cannot listen on, or would only seem to: the server takes a port that it cannot read for a part of the host's name, and then
/// listens everywhere on another one.
/// </summary>
internal static class AddressRules
{
    private const string Urls = "urls";
    private const string Endpoints = "Kestrel:Endpoints";

    private static readonly string[] Ports = ["http_ports", "https_ports"];

    /// <summary>Why a configured address is none, and what to do; null where all are.</summary>
    public static string? Refusal(IConfiguration configuration) =>
        Addresses(configuration).Where(address => !IsAddress(address.Text))
            .Select(address => $"{address.Setting} says '{address.Text}', on which no host can listen: write http://, a host and a port, for example {HostAddress.Default}.")
            .Concat(Ports.Where(setting => !Parts(configuration[setting]).All(IsPort))
                .Select(setting => $"{setting} (environment variable ASPNETCORE_{setting.ToUpperInvariant()}) must be numbers of ports from 0 to 65535: correct it, or leave it out."))
            .FirstOrDefault();

    private static IEnumerable<(string Setting, string Text)> Addresses(IConfiguration configuration) =>
    [
        .. Parts(configuration[Urls]).Select(text => ($"{Urls} (--urls, or environment variable ASPNETCORE_URLS)", text)),
        .. configuration.GetSection(Endpoints).GetChildren().Select(endpoint => ($"{endpoint.Path}:Url", endpoint["Url"] ?? "")),
    ];

    private static string[] Parts(string? list) => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool IsPort(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue;

    private static bool IsAddress(string text)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            var isWeb = address.Scheme.ToLowerInvariant() is "http" or "https";
            return isWeb && (address.IsUnixPipe || address.IsNamedPipe || IsNetworkAddress(address));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // A path is for a reverse proxy to cut off. For localhost two sockets are opened, which cannot both get the same free port.
    private static bool IsNetworkAddress(BindingAddress address) =>
        address.PathBase.Length == 0
        && address.Port is >= 0 and <= ushort.MaxValue
        && (!address.Host.Contains(':', StringComparison.Ordinal) || address.Host is ['[', .., ']'])
        && (address.Port > 0 || !address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase));
}
