using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// Reads a member as Rails casts it for a text column: numbers and truth values become text; arrays and objects count as not sent.
/// https://api.rubyonrails.org/classes/ActiveModel/Type/ImmutableString.html
/// </summary>
internal sealed class RailsText : JsonConverter<Optional<string?>>
{
    // Ruby's own spelling of a float: always a digit behind the point.
    private const string FloatFormat = "0.0###########################";

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Optional<string?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return Optional<string?>.Of(null);
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.True:
                return "t";
            case JsonTokenType.False:
                return "f";
            case JsonTokenType.Number:
                var isFloat = reader.ValueSpan.IndexOfAny(".eE"u8) >= 0;
                return reader.GetDecimal().ToString(isFloat ? FloatFormat : "0", CultureInfo.InvariantCulture);
            default:
                reader.Skip();
                return Optional<string?>.Absent;
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Optional<string?> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Parameters are read only.");
}
