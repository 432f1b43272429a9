using System.Text.Json;
using System.Text.Json.Serialization;

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

        var converter = ConverterOf(options);
        var entries = new List<KeyValuePair<string, T>>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            entries.Add(KeyValuePair.Create(name, Read(ref reader, converter, options)));
        }

        return ValueMap<T>.Of(entries);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ValueMap<T> value, JsonSerializerOptions options)
    {
        var converter = ConverterOf(options);
        writer.WriteStartObject();
        foreach (var (name, item) in value)
        {
            writer.WritePropertyName(name);
            converter.Write(writer, item, options);
        }

        writer.WriteEndObject();
    }

    private static T Read(ref Utf8JsonReader reader, JsonConverter<T> converter, JsonSerializerOptions options) =>
        default(T) is null && reader.TokenType == JsonTokenType.Null && !converter.HandleNull ? default! : converter.Read(ref reader, typeof(T), options)!;

    // The serializer would look for the end of each item before it reads it.
    private static JsonConverter<T> ConverterOf(JsonSerializerOptions options) => (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
}
