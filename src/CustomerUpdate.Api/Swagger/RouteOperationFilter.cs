using System.Text.Json.Nodes;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Startup;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CustomerUpdate.Api.Swagger;

/// <summary>
/// Describes what a handler that reads its own request does not show: the parameters of its path, query and headers, its body, and
/// everything that it answers.
/// </summary>
internal sealed class RouteOperationFilter(SampleRequests samples) : IOperationFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var group = context.ApiDescription.GroupName!;
        var route = metadata.OfType<RouteDescription>().LastOrDefault();
        var example = route?.Example?.Invoke(DemoSubjects.Of(group));
        var sample = example is null ? SampleRequests.OfHub(group) : samples.Of(group, context.ApiDescription.RelativePath!, example);

        operation.OperationId = OperationIds.Of(context.ApiDescription.HttpMethod!, context.ApiDescription.RelativePath!);
        operation.Summary ??= route?.Summary;
        operation.Parameters = [.. Parameters(context.ApiDescription.RelativePath!, example, metadata, route)];

        var schemas = new WireSchemas(context.Document);
        operation.RequestBody = BodyOf(route?.Body, metadata.OfType<BodyExample>().FirstOrDefault(), sample.Body, schemas);
        var answers = (route?.Answers(sample) ?? []).ToList();
        if (answers.Count > 0)
        {
            operation.Responses = AnswerDocuments.Of(answers, schemas, route!.Headers.Any(header => header is { Name: "If-Match" or "If-None-Match" }));
        }

        ShowExample(operation, metadata.OfType<AnswerExample>().FirstOrDefault());
    }

    private static IEnumerable<IOpenApiParameter> Parameters(string path, RequestExample? example, IList<object> metadata, RouteDescription? route)
    {
        var values = SampleRequests.PathValues(path, example);
        var query = QueryHelpers.ParseQuery(example is null ? "" : new Uri(new Uri("http://localhost"), example.Path).Query);
        foreach (var parameter in RoutePatternFactory.Parse(path).Parameters)
        {
            yield return Parameter(parameter.Name, ParameterLocation.Path, null, values.GetValueOrDefault(parameter.Name));
        }

        foreach (var parameter in metadata.OfType<QueryParameter>().DistinctBy(parameter => parameter.Name))
        {
            yield return Parameter(parameter.Name, ParameterLocation.Query, parameter.Description, query.TryGetValue(parameter.Name, out var value) ? value.ToString() : null);
        }

        foreach (var header in route?.Headers ?? [])
        {
            yield return Parameter(header.Name, ParameterLocation.Header, header.Text, null, [.. header.Values.Select(value => JsonValue.Create(value))]);
        }
    }

    private static OpenApiRequestBody? BodyOf(BodyDescription? body, BodyExample? given, string sample, WireSchemas schemas)
    {
        if (body is null && given is null)
        {
            return null;
        }

        var example = given?.Json ?? sample;
        var rules = body?.IsValid is { } isValid ? new BodyRules(isValid, example) : null;
        IOpenApiSchema schema = body is null ? new OpenApiSchema() : schemas.OfRequest(body.Type, rules, body.IsPart);
        string[] mediaTypes = [given?.ContentType ?? body!.ContentType, .. body?.OtherMediaTypes ?? []];
        return new OpenApiRequestBody
        {
            Required = true,
            Content = mediaTypes.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = schema, Example = JsonNode.Parse(example) }),
        };
    }

    private static void ShowExample(OpenApiOperation operation, AnswerExample? given)
    {
        if (given is null)
        {
            return;
        }

        operation.Responses ??= [];
        if (!operation.Responses.TryGetValue($"{given.Status}", out var response))
        {
            operation.Responses[$"{given.Status}"] = response = new OpenApiResponse
            {
                Description = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(given.Status),
                Content = given.Json is null ? null : new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() },
            };
        }

        if (given.Json is not null && response.Content is { } content && content.TryGetValue("application/json", out var media) && media.Examples is null)
        {
            media.Example = JsonNode.Parse(given.Json);
        }
    }

    private static OpenApiParameter Parameter(
        string name, ParameterLocation location, string? description, string? example, IList<JsonNode>? values = null) => new()
        {
            Name = name,
            Description = description,
            In = location,
            Required = location == ParameterLocation.Path,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = values is { Count: > 0 } ? values : null },
            Example = example,
        };
}
