using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerUpdate.Benchmarks.Plain;

/// <summary>What a request asks for.</summary>
internal sealed record Edit(string? Value);

/// <summary>The part of the stored document that is shown.</summary>
internal sealed record CustomerData(CustomerName? Name, string? JobTitle, string? Organization, JsonElement? CustomAttributes);

/// <summary>A name.</summary>
internal sealed record CustomerName(string? Full);

/// <summary>The customer as it is answered.</summary>
internal sealed record Shown(
    Guid Id, long Version, DateTime CreatedAt, DateTime UpdatedAt, string? Name, string? JobTitle, string? Organization, JsonElement? CustomAttributes);

/// <summary>Its JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Edit))]
[JsonSerializable(typeof(CustomerData))]
[JsonSerializable(typeof(Shown))]
internal sealed partial class PlainJson : JsonSerializerContext;
