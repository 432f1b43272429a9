using CustomerUpdate.Api.Http.Limits;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>The pipeline of every route that shows a single customer.</summary>
/// <typeparam name="TContract">The contract.</typeparam>
internal static class ShowEndpoint<TContract>
    where TContract : IShowContract<TContract>
{
    /// <summary>Answers one request.</summary>
    public static async Task<Answer> HandleAsync(
        HttpContext http, LimitedCallers callers, ICustomerReads reads, CancellationToken cancellationToken)
    {
        var exchange = new Exchange(http);
        var admitted = await callers.AdmitAsync(http, TContract.Description, TContract.ReadCredential(http.Request), cancellationToken);
        if (admitted.TryFailure(out var caller, out var refused))
        {
            return TContract.Failed(refused, exchange).WithRetryAfter(refused);
        }

        exchange = exchange with { Caller = caller };
        if (TContract.Locate(exchange).TryFailure(out var key, out var misplaced))
        {
            return TContract.NotShown(misplaced, exchange);
        }

        return await reads.FindAsync(caller.Tenant.Id, key, cancellationToken) is { } customer
            ? TContract.Shown(customer, exchange).Tagged(http.Request, customer, TContract.Description.Name)
            : TContract.NotShown(Failure.Of(FailureKind.NotFound), exchange);
    }
}
