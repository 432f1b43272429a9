using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// Reads a list of texts, or a single one: numbers and truth values become text, nulls are taken out. What is blank to Ruby counts as not
/// sent (null, false, white space, an empty list), and so does what holds lists or objects.
/// </summary>
internal sealed class RailsTexts : JsonConverter<Optional<ValueList<string>>>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Optional<ValueList<string>> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var sent = document.RootElement;
        List<JsonElement> items = sent.ValueKind switch
        {
            JsonValueKind.Array => [.. sent.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Null)],
            JsonValueKind.String when string.IsNullOrWhiteSpace(sent.GetString()) => [],
            JsonValueKind.Null or JsonValueKind.False => [],
            _ => [sent],
        };
        return items.Count == 0 || items.Any(item => item.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
            ? Optional<ValueList<string>>.Absent
            : items.Select(item => BagValue.Of(item).Text).ToValueList();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Optional<ValueList<string>> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Parameters are read only.");
}
