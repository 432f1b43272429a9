using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CustomerUpdate.Core.Customers.Json;

/// <summary>A <see cref="ValueMap{T}"/> as a JSON object. Whatever order an engine keeps members in, the map reads back the same.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public sealed class ValueMapConverter<T> : JsonConverter<ValueMap<T>>
{
    /// <inheritdoc/>
    public override ValueMap<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A map is a JSON object.");
        }

        var entries = new List<KeyValuePair<string, T>>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            entries.Add(KeyValuePair.Create(name, JsonSerializer.Deserialize(ref reader, TypeInfo(options))!));
        }

        return ValueMap<T>.Of(entries);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ValueMap<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, item) in value)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, item, TypeInfo(options));
        }

        writer.WriteEndObject();
    }

    private static JsonTypeInfo<T> TypeInfo(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
