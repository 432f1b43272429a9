using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// Reads a member as Rails casts it for a boolean column: a few spellings are false, nothing is null, all else is true; arrays and objects
/// count as not sent. https://api.rubyonrails.org/classes/ActiveModel/Type/Boolean.html
/// </summary>
internal sealed class RailsBoolean : JsonConverter<Optional<bool?>>
{
    private static readonly string[] False = ["0", "f", "F", "false", "FALSE", "off", "OFF"];

    private static readonly RailsText Text = new();

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Optional<bool?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Text.Read(ref reader, typeof(Optional<string?>), options)
            .Select(text => string.IsNullOrWhiteSpace(text) ? (bool?)null : !False.Contains(text));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Optional<bool?> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Parameters are read only.");
}
