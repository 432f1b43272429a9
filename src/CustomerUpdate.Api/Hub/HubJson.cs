using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Customers.Json;

namespace CustomerUpdate.Api.Hub;

/// <summary>The hub's JSON: camelCase, null where there is no value.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(BagValueConverter), typeof(ValueMapConverter<BagValue>), typeof(ValueMapConverter<ValueMap<BagValue>>)])]
[JsonSerializable(typeof(HubCustomer))]
[JsonSerializable(typeof(HubCustomerPage))]
[JsonSerializable(typeof(HubProblem))]
internal sealed partial class HubJson : JsonSerializerContext;
