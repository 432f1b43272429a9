using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api;

/// <summary>Puts the host together.</summary>
internal static class CustomerUpdateHost
{
    /// <summary>Registers what the host is made of.</summary>
    public static void AddCustomerUpdate(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<UpdateCustomer>();
        builder.Services.AddSingleton<UpdateLog>();
    }

    /// <summary>Lays out the path of a request through the host.</summary>
    public static void UseCustomerUpdate(this WebApplication app)
    {
        app.UseMiddleware<RequestIds>();
        app.UseMiddleware<ErrorBoundary>();
        foreach (var contract in ContractCatalog.All)
        {
            contract.MapRoutes(app);
        }
    }
}
