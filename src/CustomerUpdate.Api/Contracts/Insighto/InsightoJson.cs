using System.Text.Json.Serialization;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Customers.Json;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>Insighto's JSON: snake_case, with a null for what has no value.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters =
    [
        typeof(OptionalJsonConverterFactory),
        typeof(InsightoUuidConverter),
        typeof(InsightoDateTimeConverter),
        typeof(BagValueConverter),
        typeof(ValueMapConverter<BagValue>),
        typeof(ValueListConverter<BagValue>),
        typeof(ValueListConverter<InsightoErrorDetail>),
        typeof(ValueListConverter<InsightoContact>),
        typeof(ValueListConverter<InsightoCustomField>),
    ])]
[JsonSerializable(typeof(InsightoRequest))]
[JsonSerializable(typeof(InsightoUpsertRequest))]
[JsonSerializable(typeof(InsightoContactIds))]
[JsonSerializable(typeof(InsightoCustomFieldRequest))]
[JsonSerializable(typeof(InsightoEnvelope))]
[JsonSerializable(typeof(InsightoContactsEnvelope))]
[JsonSerializable(typeof(InsightoCustomFieldEnvelope))]
[JsonSerializable(typeof(InsightoCustomFieldsEnvelope))]
[JsonSerializable(typeof(InsightoDeleted))]
[JsonSerializable(typeof(InsightoError))]
[JsonSerializable(typeof(InsightoInvalid))]
internal sealed partial class InsightoJson : JsonSerializerContext;
