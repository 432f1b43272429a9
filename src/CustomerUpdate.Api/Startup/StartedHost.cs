using System.Text.Json.Nodes;

namespace CustomerUpdate.Api.Startup;

/// <summary>A host that has just begun to listen.</summary>
/// <param name="Origin">Where it listens, without a slash at the end.</param>
/// <param name="Environment">The environment that it runs in.</param>
/// <param name="Store">Where it keeps customers.</param>
internal sealed record StartedHost(string Origin, string Environment, string Store)
{
    /// <summary>The product's version.</summary>
    public static string Version { get; } = typeof(StartedHost).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>All of it in one line that a machine reads.</summary>
    public string ToJsonLine() => new JsonObject
    {
        ["event"] = "started",
        ["product"] = nameof(CustomerUpdate),
        ["version"] = Version,
        ["environment"] = Environment,
        ["address"] = Origin,
        ["swagger"] = $"{Origin}/swagger",
        ["store"] = Store,
    }.ToJsonString() + System.Environment.NewLine;
}
