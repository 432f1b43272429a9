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
[JsonSerializable(typeof(HelpScoutEntryRequest))]
[JsonSerializable(typeof(HelpScoutTypedEntryRequest))]
[JsonSerializable(typeof(HelpScoutEntryList))]
[JsonSerializable(typeof(HelpScoutListedEntry))]
[JsonSerializable(typeof(HelpScoutAddressRequest))]
[JsonSerializable(typeof(HelpScoutShownAddress))]
[JsonSerializable(typeof(HelpScoutNewProperty))]
[JsonSerializable(typeof(HelpScoutPropertyList))]
[JsonSerializable(typeof(PropertyOption[]))]
[JsonSerializable(typeof(HelpScoutError))]
[JsonSerializable(typeof(HelpScoutTokenError))]
[JsonSerializable(typeof(HelpScoutTokenRequest))]
[JsonSerializable(typeof(HelpScoutAccessToken))]
[JsonSerializable(typeof(HelpScoutOverwriteRequest))]
[JsonSerializable(typeof(HelpScoutNewCustomer))]
[JsonSerializable(typeof(HelpScoutCustomerPage))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(long))]
internal sealed partial class HelpScoutJson : JsonSerializerContext;
