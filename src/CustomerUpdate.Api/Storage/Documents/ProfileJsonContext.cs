using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Customers.Json;

namespace CustomerUpdate.Api.Storage.Documents;

/// <summary>How <see cref="ProfileDocument"/> is written: compact, without what is empty and without what is computed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    MaxDepth = MaximumDepth,
    Converters =
    [
        typeof(BagValueConverter),
        typeof(ValueMapConverter<BagValue>),
        typeof(ValueMapConverter<ValueMap<BagValue>>),
        typeof(ValueListConverter<string>),
        typeof(ValueListConverter<Entry>),
        typeof(ValueListConverter<Reference>),
    ])]
[JsonSerializable(typeof(ProfileDocument))]
[JsonSerializable(typeof(BagValue))]
[JsonSerializable(typeof(Entry))]
[JsonSerializable(typeof(Reference))]
internal sealed partial class ProfileJsonContext : JsonSerializerContext
{
    // A body may nest 64 levels; in the document its bags lie a few levels deeper.
    internal const int MaximumDepth = 128;
}
