using System.Globalization;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace CustomerUpdate.Api.Swagger;

/// <summary>The parameters of a route as documents list them: of its path, its query and its headers.</summary>
internal static class ParameterDocuments
{
    /// <summary>The list.</summary>
    /// <param name="path">The route's path.</param>
    /// <param name="example">A request that works; null where the route has none.</param>
    /// <param name="metadata">What the route was mapped with.</param>
    /// <param name="route">What is said of it.</param>
    public static IEnumerable<IOpenApiParameter> Of(string path, RequestExample? example, IList<object> metadata, RouteDescription? route)
    {
        var values = SampleRequests.PathValues(path, example);
        var query = QueryHelpers.ParseQuery(example is null ? "" : new Uri(new Uri("http://localhost"), example.Path).Query);
        var words = metadata.OfType<PathParameter>().ToDictionary(parameter => parameter.Name, parameter => parameter.Values);
        return
        [
            .. RoutePatternFactory.Parse(path).Parameters
                .Select(parameter => OfPath(parameter.Name, values.GetValueOrDefault(parameter.Name), words.GetValueOrDefault(parameter.Name, []))),
            .. metadata.OfType<QueryParameter>().DistinctBy(parameter => parameter.Name)
                .Select(parameter => OfQuery(parameter, query.TryGetValue(parameter.Name, out var value) ? value.ToString() : null)),
            .. (route?.Headers ?? []).Select(OfHeader),
        ];
    }

    // An id's type is that of the example's.
    private static OpenApiParameter OfPath(string name, string? example, ValueList<string> values)
    {
        var isNumber = long.TryParse(example, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Path,
            Required = true,
            Example = isNumber ? number : example,
            Schema = isNumber ? new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" }
                : Guid.TryParseExact(example, "D", out _) ? new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" }
                : Text(values),
        };
    }

    private static OpenApiParameter OfQuery(QueryParameter parameter, string? example)
    {
        var range = parameter.Range;
        return new OpenApiParameter
        {
            Name = parameter.Name,
            Description = parameter.Description,
            In = ParameterLocation.Query,
            Example = range is not null && long.TryParse(example, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : example,
            Schema = range is { } limits
                ? new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = $"{limits.Least}", Maximum = $"{limits.Most}" }
                : Text([]),
        };
    }

    private static OpenApiParameter OfHeader(HeaderParameter header) => new()
    {
        Name = header.Name,
        Description = header.Text,
        In = ParameterLocation.Header,
        Schema = Text(header.Values),
    };

    private static OpenApiSchema Text(ValueList<string> values) => new()
    {
        Type = JsonSchemaType.String,
        Enum = values.Count == 0 ? null : [.. values.Select(value => (JsonNode)value)],
    };
}
