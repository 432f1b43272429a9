using CustomerUpdate.Api.Http.Limits;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>The pipeline of every route that reads something else than a single customer.</summary>
/// <typeparam name="TOperation">What is read.</typeparam>
internal static class ReadEndpoint<TOperation>
    where TOperation : IReadOperation<TOperation>
{
    /// <summary>Answers one request.</summary>
    public static async Task<Answer> HandleAsync(HttpContext http)
    {
        var callers = http.RequestServices.GetRequiredService<LimitedCallers>();
        var exchange = new Exchange(http);
        var admitted = await callers.AdmitAsync(http, TOperation.Description, TOperation.ReadCredential(http.Request), http.RequestAborted);
        if (admitted.TryFailure(out var caller, out var refused))
        {
            return Refuse(refused);
        }

        exchange = exchange with { Caller = caller };
        if (caller.Role < TOperation.Role)
        {
            return Refuse(Failure.Of(FailureKind.ReadOnlyKey));
        }

        return TOperation.CountsAsSearch && callers.CountSearch(http, TOperation.Description, caller) is { } limited
            ? Refuse(limited)
            : (await TOperation.ReadAsync(exchange, http.RequestAborted)).Match(answer => answer, Refuse);

        Answer Refuse(Failure failure) => TOperation.Failed(failure, exchange).WithRetryAfter(failure);
    }
}
