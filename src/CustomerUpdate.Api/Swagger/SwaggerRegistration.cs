using Microsoft.OpenApi;

namespace CustomerUpdate.Api.Swagger;

/// <summary>Swagger UI with one document for each contract.</summary>
internal static class SwaggerRegistration
{
    /// <summary>Registers the documents.</summary>
    public static void AddSwaggerDocuments(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            foreach (var contract in ContractCatalog.All.Select(entry => entry.Description).Append(Hub.HubContract.Description))
            {
                options.SwaggerDoc(contract.Name, new OpenApiInfo
                {
                    Title = contract.Title,
                    Version = "v1",
                    Description = $"{contract.Summary}\n\n[Documentation]({contract.Document})",
                });
            }

            options.DocInclusionPredicate((document, route) => route.GroupName == document);
            options.OperationFilter<RouteOperationFilter>();
        });
    }

    /// <summary>Serves the documents and the page.</summary>
    public static void UseSwaggerDocuments(this IApplicationBuilder app)
    {
        app.UseSwagger();
        app.UseSwaggerUI(options =>
        {
            options.DocumentTitle = "CustomerUpdate";
            foreach (var contract in ContractCatalog.All.Select(entry => entry.Description).Append(Hub.HubContract.Description))
            {
                options.SwaggerEndpoint($"/swagger/{contract.Name}/swagger.json", contract.Title);
            }
        });
    }
}
