using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>One condition of a filter, as it is sent. Other members, of which clients send some, are ignored.</summary>
internal sealed record ContactCondition
{
    /// <summary>What is compared: one of the keys that every account has, or the key of a custom attribute.</summary>
    public Optional<string?> AttributeKey { get; init; }

    /// <summary>How: <c>equal_to</c>, <c>contains</c> and so on.</summary>
    public Optional<string?> FilterOperator { get; init; }

    /// <summary>With what.</summary>
    public Optional<ValueList<string>> Values { get; init; }

    /// <summary>What joins it to the next one: <c>AND</c>, <c>OR</c>; nothing on the last one.</summary>
    public Optional<string?> QueryOperator { get; init; }
}

/// <summary>
/// Reads the conditions of a filter: anything but a list counts as not sent, nulls in it are taken out, and an item that is no object has
/// no members.
/// </summary>
internal sealed class ContactConditions : JsonConverter<Optional<ValueList<ContactCondition>>>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Optional<ValueList<ContactCondition>> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            return Optional<ValueList<ContactCondition>>.Absent;
        }

        var type = (JsonTypeInfo<ContactCondition>)options.GetTypeInfo(typeof(ContactCondition));
        return document.RootElement.EnumerateArray()
            .Where(item => item.ValueKind != JsonValueKind.Null)
            .Select(item => item.ValueKind == JsonValueKind.Object ? item.Deserialize(type)! : new ContactCondition())
            .ToValueList();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Optional<ValueList<ContactCondition>> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Parameters are read only.");
}
