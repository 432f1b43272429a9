using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerUpdate.Core.Customers.Json;

/// <summary>A <see cref="ValueList{T}"/> as a JSON array.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class ValueListConverter<T> : JsonConverter<ValueList<T>>
{
    /// <inheritdoc/>
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A list is a JSON array.");
        }

        var converter = ConverterOf(options);
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader, converter, options));
        }

        return items.ToValueList();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
    {
        var converter = ConverterOf(options);
        writer.WriteStartArray();
        foreach (var item in value)
        {
            converter.Write(writer, item, options);
        }

        writer.WriteEndArray();
    }

    private static T Read(ref Utf8JsonReader reader, JsonConverter<T> converter, JsonSerializerOptions options) =>
        default(T) is null && reader.TokenType == JsonTokenType.Null && !converter.HandleNull ? default! : converter.Read(ref reader, typeof(T), options)!;

    // The serializer would look for the end of each item before it reads it.
    private static JsonConverter<T> ConverterOf(JsonSerializerOptions options) => (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
}
