using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Hub;
using CustomerUpdate.Core.Customers;
using Microsoft.OpenApi;

namespace CustomerUpdate.Api.Swagger;

/// <summary>Swagger UI with one document for each contract and one for the hub.</summary>
internal static class SwaggerRegistration
{
    private const string Page = "/swagger";

    private static ValueList<ContractDescription> Contracts { get; } =
        [.. ContractCatalog.All.Select(entry => entry.Description), HubContract.Description];

    /// <summary>Registers the documents.</summary>
    public static void AddSwaggerDocuments(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSingleton<SampleRequests>();
        services.AddSwaggerGen(options =>
        {
            foreach (var contract in Contracts)
            {
                options.SwaggerDoc(contract.Name, new OpenApiInfo { Title = contract.Title, Version = "v1" });
            }

            options.DocInclusionPredicate((document, route) => route.GroupName == document);
            options.OperationFilter<RouteOperationFilter>();
            options.DocumentFilter<ContractDocumentFilter>();
        });
    }

    /// <summary>Serves the documents and the page, which asks nobody but this host for anything.</summary>
    public static void UseSwaggerDocuments(this WebApplication app)
    {
        // 3.0 and not 3.1: docs/adr/0013-documents-ask-the-contract.md.
        app.UseSwagger(options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0);
        app.UseSwaggerUI(options =>
        {
            options.DocumentTitle = "CustomerUpdate";
            options.HeadContent = $"<style>{SwaggerStyle.Css}</style>";
            options.ConfigObject.ValidatorUrl = "none";
            options.DisplayRequestDuration();
            options.DefaultModelsExpandDepth(0);
            if (app.Environment.IsDevelopment())
            {
                options.EnablePersistAuthorization(); // keys that matter are not for a browser to keep
            }

            foreach (var contract in Contracts)
            {
                options.SwaggerEndpoint($"{Page}/{contract.Name}/swagger.json", contract.Title);
            }
        });
        app.MapGet("/", () => Results.Redirect(Page)).ExcludeFromDescription();
    }
}
