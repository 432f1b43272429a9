using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>Reads UUIDs as Pydantic does.</summary>
internal sealed class InsightoUuidConverter : JsonConverter<Guid>
{
    /// <inheritdoc/>
    public override Guid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && PydanticUuid.TryParse(reader.GetString()!, out var value)
            ? value
            : throw new JsonException("Not a UUID.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) =>
        writer.WriteStringValue(PydanticUuid.Write(value));
}

/// <summary>Reads and writes date-times as Pydantic does.</summary>
internal sealed class InsightoDateTimeConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var element = JsonDocument.ParseValue(ref reader);
        return PydanticDateTime.TryRead(element.RootElement, out var value, out _) ? value : throw new JsonException("Not a date-time.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(PydanticDateTime.Write(value));
}
