using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Reads a text or a number as it came, so that it can be said again; anything else counts as not sent.</summary>
internal sealed class RailsScalar : JsonConverter<Optional<BagValue>>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Optional<BagValue> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var sent = JsonDocument.ParseValue(ref reader);
        return sent.RootElement is { ValueKind: JsonValueKind.String or JsonValueKind.Number } scalar
            ? BagValue.Of(scalar)
            : Optional<BagValue>.Absent;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Optional<BagValue> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Parameters are read only.");
}
