using System.Text.Json.Nodes;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Startup;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CustomerUpdate.Api.Swagger;

/// <summary>
/// Describes what a handler that reads its own request does not show: the parameters of its path, the headers and query that its contract
/// authorises by, and the published example as the body.
/// </summary>
internal sealed class RouteOperationFilter : IOperationFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var path = RoutePatternFactory.Parse(context.ApiDescription.RelativePath ?? "");
        operation.Parameters =
        [
            .. path.Parameters.Select(parameter => Parameter(parameter.Name, ParameterLocation.Path, example: null)),
        ];

        DescribeBodies(operation, metadata);
        var contract = ContractCatalog.All.FirstOrDefault(entry => entry.Description.Name == context.ApiDescription.GroupName);
        if (contract is null || !metadata.OfType<UpdateRoute>().Any())
        {
            return;
        }

        var example = contract.Example(DemoSubjects.Of(contract.Description.Name));
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = Content(example.ContentType, example.Body),
        };
        foreach (var header in example.Headers.Where(header => header.Key != "Authorization"))
        {
            operation.Parameters.Add(Parameter(header.Key, ParameterLocation.Header, example: null));
        }
    }

    private static void DescribeBodies(OpenApiOperation operation, IList<object> metadata)
    {
        if (metadata.OfType<BodyExample>().FirstOrDefault() is { } body)
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = Content(body.ContentType, body.Json) };
        }

        if (metadata.OfType<AnswerExample>().FirstOrDefault() is { } answer)
        {
            operation.Responses = new OpenApiResponses
            {
                [$"{answer.Status}"] = new OpenApiResponse
                {
                    Description = ReasonPhrases.GetReasonPhrase(answer.Status),
                    Content = answer.Json is null ? null : Content("application/json", answer.Json),
                },
            };
        }
    }

    private static Dictionary<string, OpenApiMediaType> Content(string type, string example) =>
        new() { [type] = new OpenApiMediaType { Example = JsonNode.Parse(example) } };

    private static OpenApiParameter Parameter(string name, ParameterLocation location, JsonNode? example) => new()
    {
        Name = name,
        In = location,
        Required = location == ParameterLocation.Path,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = example,
    };
}
