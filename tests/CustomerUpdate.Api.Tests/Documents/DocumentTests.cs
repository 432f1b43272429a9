using System.Text;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using NSwag.CodeGeneration.CSharp;

namespace CustomerUpdate.Api.Tests.Documents;

/// <summary>The documents: valid, complete, true to their own examples, and good enough to generate a client from.</summary>
[Collection(SqliteTests.Name)]
public sealed class DocumentTests(SqliteHost fixture)
{
    private readonly HostUnderTest host = fixture.Host;

    private static readonly string[] All = [.. ContractCatalog.All.Select(entry => entry.Description.Name), "hub"];

    public static TheoryData<string> Names => [.. All];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_valid_OpenAPI(string contract)
    {
        var json = await host.Client.GetStringAsync(new Uri($"/swagger/{contract}/swagger.json", UriKind.Relative));

        var read = Microsoft.OpenApi.OpenApiDocument.Parse(json, OpenApiConstants.Json);

        Assert.Equal(OpenApiSpecVersion.OpenApi3_0, read.Diagnostic!.SpecificationVersion);
        Assert.Empty(read.Diagnostic.Errors.Select(error => error.ToString()));
        Assert.NotNull(read.Document!.ExternalDocs);
        Assert.NotEmpty(read.Document.Security!);
    }

    [Fact]
    public async Task Show_no_member_that_is_not_on_the_wire()
    {
        var merge = (await ServedDocument.FetchAsync(host.Client, "hub")).Document.Components.Schemas["MergeRequest"];

        Assert.Equal(["into", "from", "dryRun"], merge.Properties.Keys);
        Assert.Equal(["into", "from"], merge.RequiredProperties);
    }

    [Fact]
    public async Task Have_between_them_every_route_of_the_host_once()
    {
        var documented = new List<string>();
        foreach (var contract in All)
        {
            var document = (await ServedDocument.FetchAsync(host.Client, contract)).Document;
            documented.AddRange(document.Operations.Select(operation => $"{operation.Method.ToUpperInvariant()} {operation.Path}"));
        }

        var mapped =
            from endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            where endpoint.Metadata.GetMetadata<ContractMetadata>() is not null
                && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IExcludeFromDescriptionMetadata>() is null
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            select $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}";

        Assert.Equal(mapped.Order(), documented.Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Says_of_every_operation_what_it_does_and_how_it_fails(string contract)
    {
        var document = (await ServedDocument.FetchAsync(host.Client, contract)).Document;

        // A route of the hub's that is missing here wants a line in Hub/HubDocument.cs.
        Assert.All(document.Operations, operation =>
        {
            Assert.False(string.IsNullOrEmpty(operation.Operation.Summary), operation.Path);
            Assert.Contains("401", operation.Operation.Responses.Keys);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Keeps_its_own_promises_in_its_examples(string contract)
    {
        var document = (await ServedDocument.FetchAsync(host.Client, contract)).Document;
        var faults =
            from operation in document.Operations
            from response in operation.Operation.ActualResponses
            from content in response.Value.Content
            from example in content.Value.Examples?.Select(named => named.Value.Value) ?? [content.Value.Example]
            where example is not null && content.Key.EndsWith("json", StringComparison.Ordinal)
            let fault = ServedDocument.FindFault(
                operation.Operation,
                int.Parse(response.Key, null),
                content.Key,
                Encoding.UTF8.GetBytes(Newtonsoft.Json.JsonConvert.SerializeObject(example)))
            where fault is not null
            select $"{operation.Path}: {fault}";

        Assert.Empty(faults);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_what_a_typed_client_can_be_generated_from(string contract)
    {
        var document = (await ServedDocument.FetchAsync(host.Client, contract)).Document;
        var settings = new CSharpClientGeneratorSettings { ClassName = "VendorClient", CSharpGeneratorSettings = { Namespace = "Generated", JsonLibrary = NJsonSchema.CodeGeneration.CSharp.CSharpJsonLibrary.SystemTextJson } };

        var code = new CSharpClientGenerator(document, settings).GenerateFile();

        var assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "generated", [CSharpSyntaxTree.ParseText(code)], assemblies.Select(file => MetadataReference.CreateFromFile(file)), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));
        Assert.Contains("class VendorClient", code, StringComparison.Ordinal);
    }
}
