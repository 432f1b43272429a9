using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using Microsoft.OpenApi;

namespace CustomerUpdate.Api.Swagger;

/// <summary>What a route reads as documents show it: each media type with its schema and an example.</summary>
internal static class BodyDocuments
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body; null where the route reads none.</summary>
    /// <param name="body">What is said of it; null where it is lines.</param>
    /// <param name="given">Examples that the route brings itself.</param>
    /// <param name="sample">The example where it brings none.</param>
    /// <param name="schemas">The document's schemas.</param>
    public static OpenApiRequestBody? Of(BodyDescription? body, ValueList<BodyExample> given, string sample, WireSchemas schemas)
    {
        if (body is null)
        {
            return given is [var lines, ..]
                ? new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { [lines.ContentType] = Lines(lines.Json) } }
                : null;
        }

        var content = new Dictionary<string, OpenApiMediaType>();
        foreach (var one in body.Others.Prepend(body))
        {
            var example = given.FirstOrDefault(known => known.ContentType == one.ContentType)?.Json ?? sample;
            var rules = one.IsValid is { } isValid ? new BodyRules(isValid, example) : null;
            var schema = schemas.OfRequest(one.Type, rules, one.IsPart);
            foreach (var mediaType in one.OtherMediaTypes.Prepend(one.ContentType))
            {
                content[mediaType] = new OpenApiMediaType { Schema = schema, Example = JsonNode.Parse(example) };
            }
        }

        return new OpenApiRequestBody { Required = true, Content = content };
    }

    /// <summary>Values that come one a line: a text, as far as a document can say.</summary>
    /// <param name="json">A value.</param>
    public static OpenApiMediaType Lines(string json) => new()
    {
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = $"{JsonNode.Parse(json)!.ToJsonString(OneLine)}\n",
    };
}
