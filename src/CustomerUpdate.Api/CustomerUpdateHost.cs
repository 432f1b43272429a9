using System.Text;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Http.Limits;
using CustomerUpdate.Api.Hub;
using CustomerUpdate.Api.Hub.Keys;
using CustomerUpdate.Api.Otp;
using CustomerUpdate.Api.Startup;
using CustomerUpdate.Api.Storage;
using CustomerUpdate.Api.Swagger;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api;

/// <summary>Puts the host together.</summary>
internal static class CustomerUpdateHost
{
    /// <summary>Registers what the host is made of.</summary>
    public static void AddCustomerUpdate(this WebApplicationBuilder builder)
    {
        builder.UseDefaultAddress();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1; // in which every byte is a character: no contract's words are lost over one
        });

        // One contract's key travels in the query string: the framework's own request log would write it out.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Logging.UseJsonOutsideDevelopment(builder.Configuration, builder.Environment);

        builder.AddTelemetry();
        var services = builder.Services;
        services.AddStorage(builder.Configuration);
        services.AddSingleton(PhoneNumberReaders.Default);
        services.AddSingleton<IFixedOneTimePasswords, FixedOneTimePasswords>();
        services.AddOneTimePasswords();
        services.AddSingleton<UpdateCustomer>();
        services.AddSingleton(_ => ContractCatalog.References);
        services.AddSingleton<IdempotentWrites>();
        services.AddSingleton<UpdateLog>();
        services.AddSingleton(provider => new UnforeseenFailures(provider.GetRequiredService<StoreFaults>().KindOf));
        services.AddSingleton<RequestLimits>();
        services.AddSingleton<SearchLimits>();
        services.AddSingleton<FailedAuthentications>();
        services.AddSingleton<LimitedCallers>();
        services.AddSingleton<OperatorKey>();
        services.AddSingleton<HubAccess>();
        services.AddSingleton<CustomerImport>();
        services.AddSingleton<LineImport>();
        services.AddSingleton<CustomerExport>();
        services.AddSingleton<HubWrites>();
        services.AddSingleton<HubStreams>();
        services.AddSingleton<HubKeyRequestValidator>();
        services.AddSwaggerDocuments();
        services.AddCors();
        services.AddHostedService<DatabaseStartup>();
        services.AddHostedService<StartupSummary>();
    }

    /// <summary>Lays out the path of a request through the host.</summary>
    public static void UseCustomerUpdate(this WebApplication app)
    {
        ConfigurationRules.Check(app.Configuration, app.Environment);
        app.UseMiddleware<HeadRequests>(ContractCatalog.All.Select(entry => entry.Description).ToValueList());
        app.UseRouting();
        app.UseMiddleware<RequestIds>();
        app.UseMiddleware<ProtectiveHeaders>();
        app.UseBrowserOrigins();
        app.UseMiddleware<ErrorBoundary>();
        app.UseSwaggerDocuments();
        app.Use(RefuseStrangePaths);
        app.MapHealth();
        app.MapAvatars();
        app.MapHub();
        foreach (var contract in ContractCatalog.All)
        {
            contract.MapRoutes(app);
        }
    }

    // Under a vendor's prefix every path is a route, if only of a refusal: what is none is nobody's, and is told so in the host's own words.
    private static Task RefuseStrangePaths(HttpContext http, RequestDelegate next) => http.GetEndpoint() is null
        ? HubErrors.ToAnswer(Failure.Of(FailureKind.RouteUnknown)).ExecuteAsync(http)
        : next(http);
}
