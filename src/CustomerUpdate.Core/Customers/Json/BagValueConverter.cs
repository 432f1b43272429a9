using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerUpdate.Core.Customers.Json;

/// <summary>A <see cref="BagValue"/> as the JSON that it is; reading makes it canonical again, whatever an engine did to its spelling.</summary>
public sealed class BagValueConverter : JsonConverter<BagValue>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override BagValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return BagValue.Of(reader.GetString()!); // most are texts
        }

        using var document = JsonDocument.ParseValue(ref reader);
        return BagValue.Of(document.RootElement);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, BagValue value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json, skipInputValidation: true);
}
