using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>A page of a customer's history, newest first.</summary>
/// <param name="Items">The versions.</param>
/// <param name="Next">Where the next page begins; null where this is the last.</param>
internal sealed record HistoryPage(ValueList<HistoryItem> Items, string? Next);

/// <summary>One version.</summary>
internal sealed record HistoryItem(
    long Version, [property: DataType(DataType.DateTime)] string At, string Contract, Guid? KeyId, string RequestId, ValueList<HistoryChange> Changes);

/// <summary>What a version changed in one field.</summary>
/// <param name="Field">A JSON Pointer into the canonical customer.</param>
/// <param name="Before">The value that it had; null where it had none.</param>
/// <param name="After">The value that it got; null where it got none.</param>
internal sealed record HistoryChange(string Field, JsonElement? Before, JsonElement? After);

/// <summary>The JSON of histories and reverts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 128, Converters = [typeof(OptionalJsonConverterFactory)])]
[JsonSerializable(typeof(HistoryPage))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(RevertRequest))]
internal sealed partial class HubHistoryJson : JsonSerializerContext;
