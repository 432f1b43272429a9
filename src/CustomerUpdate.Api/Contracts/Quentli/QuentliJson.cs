using System.Text.Json.Serialization;
using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>Quentli's JSON: camelCase, and an explicit null for what has no value.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(OptionalJsonConverterFactory)])]
[JsonSerializable(typeof(QuentliRequest))]
[JsonSerializable(typeof(QuentliInput))]
[JsonSerializable(typeof(QuentliData))]
[JsonSerializable(typeof(QuentliMetadataEntry[]))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(QuentliUpdated))]
[JsonSerializable(typeof(QuentliError))]
internal sealed partial class QuentliJson : JsonSerializerContext;
