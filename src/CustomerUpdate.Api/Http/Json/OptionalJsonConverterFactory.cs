using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Http;

/// <summary>
/// Reads members as <see cref="Optional{T}"/>: absent where the member is missing, null where that is legal, and what was sent, as a
/// <see cref="JsonElement"/>, where it is of the wrong type. So one bad member never hides another.
/// </summary>
internal sealed class OptionalJsonConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Optional<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<T> : JsonConverter<Optional<T>>
    {
        public override bool HandleNull => true;

        public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Null && default(T) is null)
            {
                return Optional<T>.Of(default!);
            }

            var start = reader;
            try
            {
                return Optional<T>.Of(JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)))!);
            }
            catch (Exception mistyped) when (mistyped is JsonException or InvalidOperationException or FormatException)
            {
                reader = start;
                return Optional<T>.Mistyped(JsonElement.ParseValue(ref reader));
            }
        }

        public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Optional members belong to requests.");
    }
}
