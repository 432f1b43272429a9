using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CustomerUpdate.Core.Customers;

/// <summary>
/// A value in a bag of free attributes: any JSON, kept as canonical text (members in ordinal order, numbers as the shortest plain decimals), so
/// that equal values have equal texts and no database engine can make two spellings of one value.
/// </summary>
public readonly record struct BagValue
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string? json;

    // JSON's null has one form here too, so that default equals it.
    private BagValue(string json) => this.json = json == "null" ? null : json;

    /// <summary>JSON's <c>null</c>. The same as <c>default</c>.</summary>
    public static BagValue Null => default;

    /// <summary>The value as canonical JSON text.</summary>
    public string Json => json ?? "null";

    /// <summary>True where the value is a JSON string.</summary>
    public bool IsString => Json[0] == '"';

    /// <summary>True where the value is JSON's <c>null</c>.</summary>
    public bool IsNull => Json == "null";

    /// <summary>The value as text: a string's own characters, anything else as JSON text.</summary>
    public string Text => IsString ? Unquote(Json) : Json;

    /// <summary>A string.</summary>
    public static BagValue Of(string text) => new($"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"");

    /// <summary>A truth value.</summary>
    public static BagValue Of(bool value) => new(value ? "true" : "false");

    /// <summary>A string, or <see cref="Null"/>.</summary>
    public static BagValue OfNullable(string? text) => text is null ? Null : Of(text);

    /// <summary>Any JSON value.</summary>
    /// <exception cref="FormatException">A number lies outside <see cref="decimal"/>, which no engine would give back as it came.</exception>
    public static BagValue Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Of(element.GetString()!),
        JsonValueKind.True or JsonValueKind.False => Of(element.GetBoolean()),
        _ => From(writer => WriteCanonical(writer, element)),
    };

    /// <inheritdoc/>
    public override string ToString() => "(value)";

    private static BagValue From(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        write(writer);
        writer.Flush();
        return new BagValue(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static string Unquote(string json)
    {
        if (!json.Contains('\\', StringComparison.Ordinal))
        {
            return json[1..^1];
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return reader.GetString()!;
    }

    private static void WriteCanonical(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    WriteCanonical(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    WriteCanonical(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Canonical(element), skipInputValidation: true);
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    // No exponent, no negative zero, no zeros behind the last digit: 1, 1.0 and 10e-1 are one number, and jsonb alone would keep two of them apart.
    private static string Canonical(JsonElement number)
    {
        var value = number.TryGetDecimal(out var read) ? read : throw new FormatException("A number lies outside decimal.");
        var text = (value == 0 ? 0 : value).ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
