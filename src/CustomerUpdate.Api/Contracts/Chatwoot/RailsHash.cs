using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// Reads a member as Rails permits it where an object is asked for: anything else counts as not sent (a text that holds JSON, too), and
/// nulls inside arrays are taken out. A null under a name stays.
/// </summary>
internal sealed class RailsHash : JsonConverter<Optional<ValueMap<BagValue>>>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Optional<ValueMap<BagValue>> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return Optional<ValueMap<BagValue>>.Absent;
        }

        var hash = JsonNode.Parse(ref reader)!.AsObject();
        TakeOutNulls(hash);
        using var document = JsonDocument.Parse(hash.ToJsonString());
        return ValueMap<BagValue>.Of(document.RootElement.EnumerateObject()
            .Select(member => KeyValuePair.Create(member.Name, BagValue.Of(member.Value))));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Optional<ValueMap<BagValue>> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Parameters are read only.");

    private static void TakeOutNulls(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            array.RemoveAll(item => item is null);
        }

        foreach (var child in node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        })
        {
            TakeOutNulls(child);
        }
    }
}
