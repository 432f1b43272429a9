using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CustomerUpdate.Api.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace CustomerUpdate.Api.Swagger;

/// <summary>A route's answers as documents list them: by status, then by type of content, each with every shape and example that it has.</summary>
internal static partial class AnswerDocuments
{
    /// <summary>The list.</summary>
    /// <param name="answers">All that the route can answer.</param>
    /// <param name="schemas">The document's schemas.</param>
    /// <param name="headers">The headers that they carry.</param>
    public static OpenApiResponses Of(IEnumerable<NamedAnswer> answers, WireSchemas schemas, AnswerHeaders headers)
    {
        var responses = new OpenApiResponses();
        foreach (var status in answers.GroupBy(named => named.Answer.Status).OrderBy(status => status.Key))
        {
            responses[$"{status.Key}"] = new OpenApiResponse
            {
                Description = $"{ReasonPhrases.GetReasonPhrase(status.Key)} ({string.Join(", ", status.Select(named => InWords(named.Name)))})",
                Headers = headers.Of(status.Key, [.. status]),
                Content = status.Where(named => named.Answer.ContentType is not null)
                    .GroupBy(named => named.Answer.ContentType!.Split(';')[0])
                    .ToDictionary(type => type.Key, type => Content([.. type], schemas)),
            };
        }

        return responses;
    }

    private static OpenApiMediaType Content(List<NamedAnswer> answers, WireSchemas schemas)
    {
        var isText = answers[0].Answer.ContentType!.StartsWith("text/", StringComparison.Ordinal) || answers[0].Answer.ContentType!.Contains("ndjson", StringComparison.Ordinal);
        var shapes = answers.Select(named => named.Answer.Shape).OfType<System.Text.Json.Serialization.Metadata.JsonTypeInfo>()
            .DistinctBy(shape => shape.Type).Select(schemas.OfAnswer).ToList();
        IOpenApiSchema schema = shapes switch
        {
            _ when isText => new OpenApiSchema { Type = JsonSchemaType.String },
            [] => new OpenApiSchema(),
            [var only] => only,
            _ => new OpenApiSchema { AnyOf = shapes }, // and not oneOf: a shape with a member more fits the shape without, too
        };
        var isSometimesNull = answers.Any(named => named.Answer.Body.Span.SequenceEqual("null"u8));
        var media = new OpenApiMediaType { Schema = isSometimesNull ? WireSchemas.Nullable(schema) : schema };
        var examples = answers.Where(named => named.Answer.Body.Length > 0).ToList();
        if (examples is [var single])
        {
            media.Example = Json(single.Answer, isText);
        }
        else if (examples.Count > 1)
        {
            media.Examples = examples.ToDictionary(
                named => named.Name, IOpenApiExample (named) => new OpenApiExample { Summary = InWords(named.Name), Value = Json(named.Answer, isText) });
        }

        return media;
    }

    private static JsonNode? Json(Answer answer, bool isText) =>
        isText ? JsonValue.Create(System.Text.Encoding.UTF8.GetString(answer.Body.Span)) : JsonNode.Parse(answer.Body.Span);

    private static string InWords(string name) => Capitals().Replace(name, " $1").ToLowerInvariant();

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Capitals();
}
