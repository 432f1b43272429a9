using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>Help Scout's JSON: camelCase with a few names of its own, and no member for what has no value.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(OptionalJsonConverterFactory)])]
[JsonSerializable(typeof(Optional<HelpScoutOperation?>[]))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(HelpScoutCustomer))]
[JsonSerializable(typeof(HelpScoutError))]
[JsonSerializable(typeof(HelpScoutTokenError))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
internal sealed partial class HelpScoutJson : JsonSerializerContext;
