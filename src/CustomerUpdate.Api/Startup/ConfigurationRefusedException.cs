namespace CustomerUpdate.Api.Startup;

/// <summary>The host must not be started with this configuration.</summary>
/// <param name="reason">Why, and what to do; it never says a configured secret.</param>
internal sealed class ConfigurationRefusedException(string reason) : InvalidOperationException(reason);
