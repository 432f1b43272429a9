using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>The customers of a tenant in bulk: one canonical customer a line, in and out, streamed.</summary>
internal static class HubTransfers
{
    /// <summary>The media type of both directions.</summary>
    public const string Ndjson = "application/x-ndjson";

    private static readonly Problem NoLines = new("", "unsupported_media_type", $"must be {Ndjson}, without a Content-Encoding");

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder group)
    {
        group.MapPost("/tenants/{tenantId}/import", ImportAsync).WithTags("Import and export")
            .WithSummary("Bring customers in, one a line; answers a result a line as it goes")
            .WithMetadata(HubTransferExamples.Line, HubTransferExamples.Result);
        group.MapGet("/tenants/{tenantId}/export", ExportAsync).WithTags("Import and export")
            .WithSummary("All customers, one a line")
            .WithMetadata(HubTransferExamples.Export);
    }

    private static Task<IResult> ImportAsync(
        string tenantId, HttpContext http, HubStreams streams, CustomerImport import, CancellationToken cancellationToken)
    {
        return streams.AnswerAsync<ImportResult>(http, tenantId, "import customers", Open, cancellationToken);

        Result<NdjsonAnswer<ImportResult>> Open(Exchange exchange)
        {
            if (BodyFormat.MediaTypeOf(http.Request) != Ndjson || !BodyFormat.IsPlain(http.Request))
            {
                return Failure.Of(FailureKind.UnsupportedMediaType) with { Problems = [NoLines] };
            }

            BoundedBody.LiftServersLimit(http); // a line is bounded; how many there are is the caller's affair
            var request = new ImportRequest(exchange.Caller!, exchange.RequestId, WriteHeaders.AsksForDryRun(http.Request));
            var counts = new ImportCounts();
            var results = import.RunAsync(request, http.Request.BodyReader, cancellationToken).Select(counts.Add);
            return new NdjsonAnswer<ImportResult>(results, TransferJson.Default.ImportResult, FlushEvery: 1)
            {
                IsDryRun = request.IsDryRun,
                Counts = counts.ToString,
            };
        }
    }

    private static Task<IResult> ExportAsync(
        string tenantId, HttpContext http, HubStreams streams, CustomerExport export, CancellationToken cancellationToken) =>
        streams.AnswerAsync<HubCustomer>(
            http,
            tenantId,
            "export customers",
            exchange => new NdjsonAnswer<HubCustomer>(
                export.RunAsync(exchange.Caller!.Tenant.Id, cancellationToken), HubJson.Default.HubCustomer, FlushEvery: 100),
            cancellationToken);
}
