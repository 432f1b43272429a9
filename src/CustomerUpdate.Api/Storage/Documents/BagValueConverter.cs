using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Storage.Documents;

/// <summary>A <see cref="BagValue"/> as the JSON that it is; reading makes it canonical again, whatever an engine did to its spelling.</summary>
internal sealed class BagValueConverter : JsonConverter<BagValue>
{
    public override bool HandleNull => true;

    public override BagValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return BagValue.Of(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, BagValue value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json, skipInputValidation: true);
}
