using System.Text.Json.Serialization;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>The body of a merge.</summary>
internal sealed record MergeRequest : HubRequest
{
    /// <summary>The survivor's id.</summary>
    [WireType(typeof(Guid))]
    public Optional<string> Into { get; init; }

    /// <summary>The other's id.</summary>
    [WireType(typeof(Guid))]
    public Optional<string> From { get; init; }

    /// <summary>Whether to answer the result and write nothing.</summary>
    public Optional<bool> DryRun { get; init; }

    /// <summary>The survivor's id; null where it is none.</summary>
    [JsonIgnore]
    public Guid? IntoId => IdOf(Into);

    /// <summary>The other's id; null where it is none.</summary>
    [JsonIgnore]
    public Guid? FromId => IdOf(From);

    private static Guid? IdOf(Optional<string> text) =>
        text.IsPresent && Guid.TryParseExact(text.Value, "D", out var id) ? id : null;
}

/// <summary>The JSON of merges.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(OptionalJsonConverterFactory)])]
[JsonSerializable(typeof(MergeRequest))]
internal sealed partial class HubMergeJson : JsonSerializerContext;
