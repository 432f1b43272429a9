namespace CustomerUpdate.Api.Startup;

/// <summary>Where the host listens.</summary>
internal static class HostAddress
{
    /// <summary>The address when none is configured: this machine only.</summary>
    public const string Default = "http://127.0.0.1:5080";

    private static readonly string[] Settings = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    /// <summary>An address that a server listens on as a client on this machine writes it, without a slash at the end.</summary>
    public static string Reachable(string address)
    {
        string[] everywhere = ["[::]", "0.0.0.0", "+", "*"];
        return everywhere.Aggregate(address, (text, any) => text.Replace($"//{any}", "//127.0.0.1", StringComparison.Ordinal)).TrimEnd('/');
    }

    /// <summary>Listens on <see cref="Default"/> unless an address is configured in any of the framework's ways.</summary>
    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        if (!Settings.Any(setting => builder.Configuration.GetSection(setting).Exists()))
        {
            builder.WebHost.UseUrls(Default);
        }
    }
}
