using System.Diagnostics;
using CustomerUpdate.Api.Http;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CustomerUpdate.Api.Startup;

/// <summary>Sends traces and metrics over OTLP where it is said to whom; else nothing is made and nothing is sent.</summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceName = "OTEL_SERVICE_NAME";

    private static readonly string[] Sources = ["Microsoft.AspNetCore", "Npgsql"];
    private static readonly string[] Meters =
        [UpdateMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime"];

    /// <summary>Registers what sends; every further setting is OpenTelemetry's own, from the environment.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint]))
        {
            return;
        }

        var name = builder.Configuration[ServiceName] ?? nameof(CustomerUpdate);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(name, serviceVersion: StartedHost.Version))
            .WithTracing(tracing => tracing.AddSource(Sources).AddProcessor(new QueryRemoval()).AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter());
    }

    // One contract's key travels in the query, and ids of customers in the path: routes are enough.
    private sealed class QueryRemoval : BaseProcessor<Activity>
    {
        private static readonly string[] Telling = ["url.query", "url.full", "url.path", "http.url", "http.target"];

        public override void OnEnd(Activity data)
        {
            foreach (var tag in Telling)
            {
                data.SetTag(tag, null);
            }
        }
    }
}
