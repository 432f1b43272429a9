using CustomerUpdate.Api.Storage;

namespace CustomerUpdate.Api.Startup;

/// <summary>What a load balancer and whoever restarts processes ask.</summary>
internal static class HealthRoutes
{
    /// <summary>
    /// Maps <c>/health/live</c>: 200 while the process runs, whatever the database does, since a restart would not mend that; and
    /// <c>/health/ready</c>: 200 when the store can be used, 503 while it cannot be reached or its schema is behind.
    /// </summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text("live")).ExcludeFromDescription();
        endpoints.MapGet("/health/ready", async (DatabaseSchema schema, CancellationToken cancellationToken) =>
                await schema.IsReadyAsync(cancellationToken)
                    ? Results.Text("ready")
                    : Results.Text("the database cannot be reached, or its schema is behind", statusCode: StatusCodes.Status503ServiceUnavailable))
            .ExcludeFromDescription();
    }
}
