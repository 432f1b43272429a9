using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Hub;
using CustomerUpdate.Api.Startup;
using CustomerUpdate.Api.Storage.Demo;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CustomerUpdate.Api.Swagger;

/// <summary>Says in each document how to authorise; in Development, with which key.</summary>
internal sealed class ContractDocumentFilter(IHostEnvironment environment, IConfiguration configuration) : IDocumentFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var contract = ContractCatalog.All.FirstOrDefault(entry => entry.Description.Name == context.DocumentName);
        List<Authorisation> asked = contract is null
            ? [Authorisation.OfBearer(context.DocumentName, HasDevelopmentKey ? OperatorKey.Development : DemoTenant.HubKey)]
            : [.. Authorisation.Of(context.DocumentName, contract.Example(DemoSubjects.Of(context.DocumentName)))];
        var requirement = new OpenApiSecurityRequirement();
        foreach (var authorisation in asked)
        {
            swaggerDoc.AddComponent<IOpenApiSecurityScheme>(authorisation.Id, authorisation.Scheme);
            requirement[new OpenApiSecuritySchemeReference(authorisation.Id, swaggerDoc)] = [];
        }

        swaggerDoc.Security = [requirement];
        swaggerDoc.Servers = [new OpenApiServer { Url = "/", Description = "This host" }];
        var description = contract?.Description ?? HubContract.Description;
        swaggerDoc.ExternalDocs = new OpenApiExternalDocs { Description = contract is null ? "Its errors: RFC 9457" : $"{description.Title}: the published document", Url = new Uri(description.Document) };
        swaggerDoc.Info.Description = Text(description, asked);
    }

    private string Text(ContractDescription contract, List<Authorisation> asked)
    {
        if (!environment.IsDevelopment())
        {
            return contract.Summary;
        }

        var keys = string.Join("\n", asked.Select(authorisation => $"| `{authorisation.Id}` | `{authorisation.DemoValue}` |"));
        var others = contract != HubContract.Description ? "" : HasDevelopmentKey
            ? $"\nThat is the operator's key, which may do everything here. `{DemoTenant.HubKey}`, the demo tenant's own, may do all that concerns its tenant, and neither make, list nor delete tenants.\n"
            : $"\nThat is the demo tenant's own key. Making, listing and deleting tenants takes the operator's, which is configured ({OperatorKey.Setting}).\n";
        return $"{contract.Summary}\n\n| Authorize (demo tenant) | value |\n|---|---|\n{keys}\n{others}";
    }

    // Any other one is a secret.
    private bool HasDevelopmentKey => configuration[OperatorKey.Setting] == OperatorKey.Development;
}
