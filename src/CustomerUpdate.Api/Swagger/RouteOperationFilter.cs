using System.Text.Json.Nodes;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Startup;
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
        operation.Parameters = [.. ParameterDocuments.Of(context.ApiDescription.RelativePath!, example, metadata, route)];

        if (route is { IsOpen: true })
        {
            operation.Security = [];
        }

        var schemas = new WireSchemas(context.Document);
        operation.RequestBody = BodyDocuments.Of(route?.Body, [.. metadata.OfType<BodyExample>()], sample.Body, schemas);
        var answers = (route?.Answers(sample) ?? []).ToList();
        if (answers.Count > 0)
        {
            var contract = metadata.OfType<ContractMetadata>().Last().Contract;
            operation.Responses = AnswerDocuments.Of(answers, schemas, new AnswerHeaders(contract, route!));
        }

        ShowExample(operation, metadata.OfType<AnswerExample>().FirstOrDefault());
    }

    private static void ShowExample(OpenApiOperation operation, AnswerExample? given)
    {
        if (given?.Json is not { } json || operation.Responses?.GetValueOrDefault($"{given.Status}")?.Content is not { } content)
        {
            return;
        }

        foreach (var (mediaType, media) in content.Where(media => media.Value.Examples is null))
        {
            media.Example = mediaType.EndsWith("ndjson", StringComparison.Ordinal) ? BodyDocuments.Lines(json).Example : JsonNode.Parse(json);
        }
    }
}
