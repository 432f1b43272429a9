using System.Text.Json.Serialization;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Trillet;

/// <summary>Trillet's JSON: camelCase, and no member for what has no value.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(OptionalJsonConverterFactory)])]
[JsonSerializable(typeof(TrilletRequest))]
[JsonSerializable(typeof(TrilletEdited))]
[JsonSerializable(typeof(TrilletConversation))]
[JsonSerializable(typeof(ValueList<TrilletConversation>))]
[JsonSerializable(typeof(TrilletError))]
internal sealed partial class TrilletJson : JsonSerializerContext;
