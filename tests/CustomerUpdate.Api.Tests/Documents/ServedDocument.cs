using System.Text;
using Microsoft.AspNetCore.Routing.Template;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NSwag;

namespace CustomerUpdate.Api.Tests.Documents;

/// <summary>A document that a host serves, against which answers are held.</summary>
internal sealed class ServedDocument
{
    // What every HTTP message has, and what is said to browsers.
    private static readonly string[] Transport =
        ["Content-Type", "Content-Length", "Date", "Transfer-Encoding", "Connection", "Vary", "Access-Control-Allow-Origin", "Access-Control-Expose-Headers"];

    private readonly List<(TemplateMatcher Path, string Method, OpenApiOperation Operation)> operations;

    private ServedDocument(string name, OpenApiDocument document)
    {
        Name = name;
        Document = document;
        operations =
        [
            .. from path in document.Paths
               from operation in path.Value
               select (new TemplateMatcher(TemplateParser.Parse(path.Key), []), operation.Key, operation.Value),
        ];
    }

    /// <summary>Its contract.</summary>
    public string Name { get; }

    /// <summary>The document.</summary>
    public OpenApiDocument Document { get; }

    /// <summary>Fetches a document.</summary>
    public static async Task<ServedDocument> FetchAsync(HttpClient client, string contract) =>
        new(contract, await OpenApiDocument.FromJsonAsync(await client.GetStringAsync(new Uri($"/swagger/{contract}/swagger.json", UriKind.Relative))));

    /// <summary>The operation that a request is; null where the document has none.</summary>
    public OpenApiOperation? Find(HttpMethod method, string path) => operations
        .Where(operation => operation.Method.Equals(method.Method, StringComparison.OrdinalIgnoreCase) && operation.Path.TryMatch(path, []))
        .OrderBy(operation => operation.Path.Template.Parameters.Count)
        .Select(operation => operation.Operation)
        .FirstOrDefault();

    /// <summary>What an answer has that its operation does not promise; null where it keeps the promise.</summary>
    public static string? FindFault(OpenApiOperation operation, int status, string? type, byte[] body)
    {
        if (!operation.Responses.TryGetValue($"{status}", out var response))
        {
            return $"the status {status} is not documented";
        }

        if (body.Length == 0)
        {
            return null;
        }

        if (type?.Split(';')[0] is not { } mediaType || !response.Content.TryGetValue(mediaType, out var content))
        {
            return $"{status} is documented as {string.Join(" or ", response.Content.Keys)} and came as {type}";
        }

        if (!mediaType.EndsWith("json", StringComparison.Ordinal) || mediaType.EndsWith("ndjson", StringComparison.Ordinal))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(body);
        var errors = content.Schema.ActualSchema.Validate(Read(text), NJsonSchema.SchemaType.OpenApi3);
        return errors.Count == 0 || (text == "null" && content.Schema.IsNullable(NJsonSchema.SchemaType.OpenApi3))
            ? null
            : $"{status} does not match its schema: {string.Join("; ", errors)} in {text}";
    }

    /// <summary>A header that an answer has and its operation does not promise; null where there is none.</summary>
    public static string? FindFault(OpenApiOperation operation, int status, IEnumerable<string> headers)
    {
        var documented = operation.Responses[$"{status}"].Headers.Keys.Concat(Transport).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return headers.FirstOrDefault(header => !documented.Contains(header)) is { } unknown ? $"{status} has the header {unknown}, which is not documented" : null;
    }

    // As deep as answers are, and with numbers that the validator can compare.
    private static JToken Read(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { MaxDepth = null, DateParseHandling = DateParseHandling.None };
        var token = JToken.ReadFrom(reader);
        foreach (var big in token.SelectTokens("$..*").OfType<JValue>().Where(value => value.Value is System.Numerics.BigInteger).ToList())
        {
            big.Value = (double)(System.Numerics.BigInteger)big.Value!;
        }

        return token;
    }
}
