using CustomerUpdate.Core.Updates;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace CustomerUpdate.Api.Hub;

/// <summary>The customers of a tenant in bulk: one canonical customer a line, in and out, streamed.</summary>
internal static class HubTransfers
{
    /// <summary>The media type of both directions.</summary>
    public const string Ndjson = "application/x-ndjson";

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder group)
    {
        group.MapPost("/tenants/{tenantId}/import", ImportAsync).WithTags("Import and export").WithSummary("Bring customers in, one a line; answers a result a line as it goes");
        group.MapGet("/tenants/{tenantId}/export", ExportAsync).WithTags("Import and export").WithSummary("All customers, one a line");
    }

    private static async Task<IResult> ImportAsync(
        string tenantId, HttpContext http, HubAccess access, CustomerImport import, CancellationToken cancellationToken)
    {
        if ((await access.EnterAsync(http.Request, tenantId, cancellationToken)).TryFailure(out var caller, out var refused))
        {
            return HubErrors.ToAnswer(refused);
        }

        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.MediaType.Equals(Ndjson, StringComparison.OrdinalIgnoreCase))
        {
            return HubErrors.ToAnswer(Failure.Of(FailureKind.UnsupportedMediaType));
        }

        LiftBodyLimit(http);
        return new NdjsonAnswer<ImportResult>(
            import.RunAsync(caller, http.TraceIdentifier, http.Request.BodyReader, cancellationToken), TransferJson.Default.ImportResult, FlushEvery: 1);
    }

    private static async Task<IResult> ExportAsync(
        string tenantId, HttpContext http, HubAccess access, CustomerExport export, CancellationToken cancellationToken)
    {
        if ((await access.EnterAsync(http.Request, tenantId, cancellationToken)).TryFailure(out var caller, out var refused))
        {
            return HubErrors.ToAnswer(refused);
        }

        return new NdjsonAnswer<HubCustomer>(export.RunAsync(caller.Tenant.Id, cancellationToken), HubJson.Default.HubCustomer, FlushEvery: 100);
    }

    // A line is bounded; how many there are is the caller's affair.
    private static void LiftBodyLimit(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }
    }
}
