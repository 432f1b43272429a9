using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// Reads <c>include_contact_inboxes</c> as the vendor's controller does: wanted where it is blank or exactly the text <c>true</c>. To Ruby
/// the boolean false is blank and the boolean true is no text, so in JSON <c>false</c> includes them and <c>true</c> leaves them out.
/// </summary>
internal sealed class InboxesWanted : JsonConverter<Optional<bool>>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Optional<bool> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var sent = JsonDocument.ParseValue(ref reader);
        var value = sent.RootElement;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is var text && (text == "true" || string.IsNullOrWhiteSpace(text)),
            JsonValueKind.Array => value.GetArrayLength() == 0,
            JsonValueKind.Object => value.GetPropertyCount() == 0,
            var kind => kind is JsonValueKind.Null or JsonValueKind.False,
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Optional<bool> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Parameters are read only.");
}
