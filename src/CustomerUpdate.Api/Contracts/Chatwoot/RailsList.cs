using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// Reads a member as Rails permits it where a list of scalars is asked for: anything else counts as not sent, a list with an object or a list
/// in it too. Nulls are taken out. https://api.rubyonrails.org/classes/ActionController/Parameters.html#method-i-permit
/// </summary>
internal sealed class RailsList : JsonConverter<Optional<ValueList<string>>>
{
    private static readonly RailsText Text = new();

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Optional<ValueList<string>> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return Optional<ValueList<string>>.Absent;
        }

        var items = new List<Optional<string?>>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Text.Read(ref reader, typeof(Optional<string?>), options));
        }

        return items.All(item => item.IsPresent)
            ? items.Select(item => item.Value).OfType<string>().ToValueList()
            : Optional<ValueList<string>>.Absent;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Optional<ValueList<string>> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Parameters are read only.");
}
