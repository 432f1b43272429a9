using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using Microsoft.OpenApi;

namespace CustomerUpdate.Api.Swagger;

/// <summary>
/// Schemas of wire models, read from the very metadata that writes and reads them: names, order and what is left out are those of the wire.
/// A member of a request is its value and no <see cref="Optional{T}"/>. Each object becomes a component of the document.
/// </summary>
/// <param name="document">The document.</param>
internal sealed class WireSchemas(OpenApiDocument document)
{
    private static readonly Type[] Anything = [typeof(JsonElement), typeof(JsonNode), typeof(BagValue), typeof(object)];

    private static readonly Dictionary<Type, (JsonSchemaType Type, string? Format)> Scalars = new()
    {
        [typeof(string)] = (JsonSchemaType.String, null),
        [typeof(bool)] = (JsonSchemaType.Boolean, null),
        [typeof(int)] = (JsonSchemaType.Integer, "int32"),
        [typeof(long)] = (JsonSchemaType.Integer, "int64"),
        [typeof(decimal)] = (JsonSchemaType.Number, null),
        [typeof(Guid)] = (JsonSchemaType.String, "uuid"),
        [typeof(DateTimeOffset)] = (JsonSchemaType.String, "date-time"),
    };

    private readonly NullabilityInfoContext nullability = new();

    /// <summary>The schema of an answer's body.</summary>
    public IOpenApiSchema OfAnswer(JsonTypeInfo type) => Of(type.Type, null, new Walk(type.Options));

    /// <summary>The schema of a request's body.</summary>
    /// <param name="type">The wire model.</param>
    /// <param name="rules">What its validator says of its members; null where nobody is asked.</param>
    /// <param name="isPart">Whether all members may be left out and be null, whatever the model says.</param>
    public IOpenApiSchema OfRequest(JsonTypeInfo type, BodyRules? rules, bool isPart) =>
        Of(type.Type, null, new Walk(type.Options) { Rules = rules, IsPart = isPart });

    /// <summary>The same where null is one of its values.</summary>
    public static IOpenApiSchema Nullable(IOpenApiSchema schema) => schema switch
    {
        OpenApiSchema { Type: { } type } own => own.Also(copy => copy.Type = type | JsonSchemaType.Null),
        OpenApiSchema { AnyOf: { } shapes } own => own.Also(copy => copy.AnyOf = [.. shapes, Null]),
        OpenApiSchema => schema,
        _ => new OpenApiSchema { OneOf = [schema, Null] },
    };

    // OpenAPI 3.0 knows no type of null, and takes `nullable` only beside a type: so null is an object that is nothing but null.
    private static OpenApiSchema Null => new() { Type = JsonSchemaType.Object | JsonSchemaType.Null, Enum = [JsonNullSentinel.JsonNull] };

    private IOpenApiSchema Of(Type type, NullabilityInfo? annotation, Walk walk)
    {
        if (System.Nullable.GetUnderlyingType(type) is { } value)
        {
            return walk.Rules is null ? Nullable(Of(value, null, walk)) : Of(value, null, walk);
        }

        if (Argument(type, typeof(Optional<>)) is { } optional)
        {
            return Of(optional, annotation?.GenericTypeArguments[0], walk);
        }

        var schema = Shape(type, annotation, walk);
        var isNull = walk.Rules is { } rules ? rules.TakesNull(walk.Path) : annotation?.ReadState == NullabilityState.Nullable;
        return isNull && walk.Path.Count > 0 ? Nullable(schema) : schema;
    }

    private IOpenApiSchema Shape(Type type, NullabilityInfo? annotation, Walk walk)
    {
        if (Scalars.TryGetValue(type, out var scalar))
        {
            return new OpenApiSchema { Type = scalar.Type, Format = scalar.Format };
        }

        if (Anything.Contains(type))
        {
            return new OpenApiSchema();
        }

        if (type == typeof(JsonObject))
        {
            return new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema() };
        }

        var inner = annotation?.ElementType ?? annotation?.GenericTypeArguments.LastOrDefault();
        if ((Argument(type, typeof(ValueMap<>)) ?? Argument(type, typeof(Dictionary<,>))) is { } entry)
        {
            return new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = Of(entry, inner, walk.Into(BodyRules.Value)) };
        }

        if ((Argument(type, typeof(ValueList<>)) ?? type.GetElementType()) is { } item)
        {
            return new OpenApiSchema { Type = JsonSchemaType.Array, Items = Of(item, inner, walk.Into(BodyRules.Item)) };
        }

        return type.IsEnum ? new OpenApiSchema { Type = JsonSchemaType.String } : Component(type, walk);
    }

    private OpenApiSchemaReference Component(Type type, Walk walk)
    {
        var id = walk.IsPart ? $"{type.Name}Part" : type.Name;
        if (document.Components?.Schemas?.ContainsKey(id) != true)
        {
            var schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = WireWords.Of(type),
                Properties = new Dictionary<string, IOpenApiSchema>(),
                Required = new HashSet<string>(),
            };
            document.AddComponent<IOpenApiSchema>(id, schema);
            foreach (var member in walk.Options.GetTypeInfo(type).Properties.Where(member => member.IsOnTheWire()))
            {
                AddMember(schema, member, walk.Into(member.Name));
            }
        }

        return new OpenApiSchemaReference(id, document);
    }

    private void AddMember(OpenApiSchema owner, JsonPropertyInfo member, Walk walk)
    {
        var property = member.AttributeProvider as PropertyInfo;
        var isLeftOut = member.IsLeftOutWhereNull();
        var schema = Of(property?.GetCustomAttribute<WireTypeAttribute>()?.Type ?? member.PropertyType, property is null || isLeftOut ? null : nullability.Create(property), walk);
        var isRequest = Argument(member.PropertyType, typeof(Optional<>)) is not null;
        owner.Properties![member.Name] = schema switch
        {
            _ when walk.IsPart => Nullable(schema),
            OpenApiSchema { Type: var type } own when isLeftOut && type is { } known => own.Also(copy => copy.Type = known & ~JsonSchemaType.Null),
            _ => schema,
        };

        // A value of any kind means nothing beside some of its siblings, so that it may always be left out.
        var isRequired = isRequest ? schema is not OpenApiSchema { Type: null } && walk.Rules?.Requires(walk.Path) == true : !isLeftOut;
        if (isRequired && !walk.IsPart)
        {
            owner.Required!.Add(member.Name);
        }

        if (property is not null && owner.Properties[member.Name] is OpenApiSchema described)
        {
            described.Description = WireWords.Of(property);
            described.Narrow(property);
        }
    }

    private static Type? Argument(Type type, Type generic) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == generic ? type.GetGenericArguments()[^1] : null;

    /// <summary>Where in a wire model a schema stands.</summary>
    private sealed record Walk(JsonSerializerOptions Options)
    {
        public BodyRules? Rules { get; init; }

        public bool IsPart { get; init; }

        public ValueList<string> Path { get; init; } = [];

        public Walk Into(string step) => this with { Path = [.. Path, step] };
    }
}
