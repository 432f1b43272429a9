namespace CustomerUpdate.Api.Startup;

/// <summary>Where the host listens.</summary>
internal static class HostAddress
{
    /// <summary>The address when none is configured: this machine only.</summary>
    public const string Default = "http://127.0.0.1:5080";

    private static readonly string[] Settings = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    /// <summary>Listens on <see cref="Default"/> unless an address is configured in any of the framework's ways.</summary>
    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        if (!Settings.Any(setting => builder.Configuration.GetSection(setting).Exists()))
        {
            builder.WebHost.UseUrls(Default);
        }
    }
}
