using System.Text.Json.Serialization;
using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Hub.Keys;

/// <summary>The JSON of keys: camelCase, null where there is no value.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(OptionalJsonConverterFactory)])]
[JsonSerializable(typeof(HubKeyRequest))]
[JsonSerializable(typeof(HubIssuedKeyResponse))]
[JsonSerializable(typeof(HubKeysResponse))]
[JsonSerializable(typeof(HubAuthorizationCodeResponse))]
internal sealed partial class HubKeyJson : JsonSerializerContext;
