using CustomerUpdate.Api.Http.Limits;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>The pipeline of every route that shows a single customer.</summary>
/// <typeparam name="TOperation">What is shown.</typeparam>
internal static class ShowEndpoint<TOperation>
    where TOperation : IShowOperation<TOperation>
{
    /// <summary>Answers one request.</summary>
    public static async Task<Answer> HandleAsync(HttpContext http)
    {
        var callers = http.RequestServices.GetRequiredService<LimitedCallers>();
        var reads = http.RequestServices.GetRequiredService<ICustomerReads>();
        var cancellationToken = http.RequestAborted;
        var exchange = new Exchange(http);
        var admitted = await callers.AdmitAsync(http, TOperation.Description, TOperation.ReadCredential(http.Request), cancellationToken);
        if (admitted.TryFailure(out var caller, out var refused))
        {
            return TOperation.Failed(refused, exchange).WithRetryAfter(refused);
        }

        exchange = exchange with { Caller = caller };
        if (TOperation.Locate(exchange).TryFailure(out var key, out var misplaced))
        {
            return TOperation.NotShown(misplaced, exchange);
        }

        if (await reads.FindAsync(caller.Tenant.Id, key, cancellationToken) is not { } customer)
        {
            return TOperation.NotShown(Failure.Of(FailureKind.NotFound), exchange);
        }

        await TOperation.PrepareAsync(customer, exchange, cancellationToken);
        return TOperation.Shown(customer, exchange).Tagged(http.Request, customer, TOperation.Description.Name);
    }
}
