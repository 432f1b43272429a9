using System.Text.Json.Serialization;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>Quentli's JSON: camelCase, and an explicit null for what has no value.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(OptionalJsonConverterFactory)])]
[JsonSerializable(typeof(QuentliRequest))]
[JsonSerializable(typeof(QuentliInput))]
[JsonSerializable(typeof(QuentliData))]
[JsonSerializable(typeof(QuentliCreateRequest))]
[JsonSerializable(typeof(QuentliNewCustomer))]
[JsonSerializable(typeof(QuentliMetadataEntry[]))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(QuentliUpdated))]
[JsonSerializable(typeof(ValueList<QuentliCustomer>))]
[JsonSerializable(typeof(QuentliError))]
internal sealed partial class QuentliJson : JsonSerializerContext;
