using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;

namespace CustomerUpdate.Api.Swagger;

/// <summary>What the serializer knows of a member and does not say in one word.</summary>
internal static class WireMembers
{
    /// <summary>Whether the member is read or written: what a wire model works out for itself is not, nor what takes in unknown members.</summary>
    public static bool IsOnTheWire(this JsonPropertyInfo member) => !member.IsExtensionData && (member.Get is not null || member.Set is not null);

    /// <summary>Whether the member is missing on the wire where it has no value, by its own attribute or by its context's rule.</summary>
    public static bool IsLeftOutWhereNull(this JsonPropertyInfo member)
    {
        var own = member.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true).OfType<JsonIgnoreAttribute>().FirstOrDefault();
        var isNullable = !member.PropertyType.IsValueType || Nullable.GetUnderlyingType(member.PropertyType) is not null;
        return isNullable && member.IsGetNullable
            && (own?.Condition ?? member.Options.DefaultIgnoreCondition) is JsonIgnoreCondition.WhenWritingNull or JsonIgnoreCondition.WhenWritingDefault;
    }

    /// <summary>Says of a text what its member's attributes say: which words it may be, or that it is an instant.</summary>
    public static void Narrow(this OpenApiSchema schema, PropertyInfo member)
    {
        if (member.GetCustomAttribute<AllowedValuesAttribute>() is { Values: var words })
        {
            IEnumerable<JsonNode> mayBeNull = schema.Type?.HasFlag(JsonSchemaType.Null) == true ? [JsonNullSentinel.JsonNull] : [];
            schema.Enum = [.. words.Select(word => (JsonNode)JsonValue.Create((string)word!)!), .. mayBeNull];
        }

        if (member.GetCustomAttribute<DataTypeAttribute>() is { DataType: DataType.DateTime })
        {
            schema.Format = "date-time";
        }
    }

    /// <summary>The same schema, once changed.</summary>
    public static OpenApiSchema Also(this OpenApiSchema schema, Action<OpenApiSchema> change)
    {
        change(schema);
        return schema;
    }
}
