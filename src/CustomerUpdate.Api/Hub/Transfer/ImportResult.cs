using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>What came of one line of an import.</summary>
/// <param name="Line">The line, counted from 1; empty lines count.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Id">The customer; null where the line failed.</param>
/// <param name="Version">The customer's version; null where the line failed.</param>
/// <param name="Errors">Everything that is wrong with the line; null where nothing is.</param>
internal sealed record ImportResult(
    long Line, ImportStatus Status, Guid? Id = null, long? Version = null, ValueList<HubProblemError>? Errors = null);

/// <summary>What came of a line.</summary>
internal enum ImportStatus
{
    /// <summary>A new customer.</summary>
    [JsonStringEnumMemberName("created")]
    Created,

    /// <summary>A customer that was there, in a new version.</summary>
    [JsonStringEnumMemberName("updated")]
    Updated,

    /// <summary>A customer that was there and already was as the line says.</summary>
    [JsonStringEnumMemberName("unchanged")]
    Unchanged,

    /// <summary>Nothing was written.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}

/// <summary>The JSON of an import's results.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ImportResult))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class TransferJson : JsonSerializerContext;
