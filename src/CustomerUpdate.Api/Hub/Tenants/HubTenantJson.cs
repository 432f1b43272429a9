using System.Text.Json.Serialization;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Customers.Json;

namespace CustomerUpdate.Api.Hub.Tenants;

/// <summary>The JSON of tenants and inboxes: camelCase, null where there is no value.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(OptionalJsonConverterFactory), typeof(ValueMapConverter<int>)])]
[JsonSerializable(typeof(HubTenantRequest))]
[JsonSerializable(typeof(HubTenantChangeRequest))]
[JsonSerializable(typeof(HubTenantResponse))]
[JsonSerializable(typeof(HubTenantsResponse))]
[JsonSerializable(typeof(HubInboxRequest))]
[JsonSerializable(typeof(HubInboxResponse))]
[JsonSerializable(typeof(HubInboxesResponse))]
[JsonSerializable(typeof(ValueMap<int>))]
internal sealed partial class HubTenantJson : JsonSerializerContext;
