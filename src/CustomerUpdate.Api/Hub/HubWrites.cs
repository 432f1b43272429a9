using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>What every route of the hub that writes does: let the caller in, do it, log it, answer.</summary>
internal sealed class HubWrites(HubAccess access, UpdateLog log)
{
    /// <summary>Writes one customer, logged like an update through any contract; answers the customer as it is then.</summary>
    public Task<Answer> UpdateAsync(
        HttpContext http, string tenantId, Func<Exchange, Task<Result<UpdatedCustomer>>> update, CancellationToken cancellationToken) =>
        ExecuteAsync(
            http,
            tenantId,
            update,
            updated => HubCustomerAnswer.Of(StatusCodes.Status200OK, updated.Customer),
            (exchange, result, started) => log.Write(HubContract.Description, exchange, result, started),
            cancellationToken);

    /// <summary>Does something else.</summary>
    /// <param name="http">The request.</param>
    /// <param name="tenantId">The tenant, as the path names it; null for what lies in none, and is the operator's alone.</param>
    /// <param name="action">What is done, in the log's words: a verb and what it is about.</param>
    /// <param name="write">Does it; not called for those who may read only.</param>
    /// <param name="answer">The answer to what was done.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<Answer> WriteAsync<T>(
        HttpContext http,
        string? tenantId,
        string action,
        Func<Exchange, Task<Result<T>>> write,
        Func<T, Answer> answer,
        CancellationToken cancellationToken) =>
        ExecuteAsync(
            http,
            tenantId,
            write,
            answer,
            (exchange, result, started) => log.Write(
                HubContract.Description, exchange, action, result.Match<FailureKind?>(_ => null, failure => failure.Kind), started),
            cancellationToken);

    private async Task<Answer> ExecuteAsync<T>(
        HttpContext http,
        string? tenantId,
        Func<Exchange, Task<Result<T>>> write,
        Func<T, Answer> answer,
        Action<Exchange, Result<T>, long> writeLog,
        CancellationToken cancellationToken)
    {
        var started = log.Now;
        var exchange = new Exchange(http);
        Result<T> result;
        if ((await EnterAsync(exchange, tenantId, cancellationToken)).TryFailure(out var entered, out var refused))
        {
            result = refused;
        }
        else
        {
            exchange = entered;
            result = await write(exchange);
        }

        writeLog(exchange, result, started);
        return result.Match(answer, HubErrors.ToAnswer);
    }

    private async Task<Result<Exchange>> EnterAsync(Exchange exchange, string? tenantId, CancellationToken cancellationToken)
    {
        if (tenantId is null)
        {
            return await access.RefuseAllButTheOperatorAsync(exchange.Request, cancellationToken) is { } forbidden ? forbidden : exchange;
        }

        return (await access.EnterAsync(exchange.Request, tenantId, cancellationToken)).TryFailure(out var caller, out var refused)
            ? refused
            : exchange with { Caller = caller };
    }
}
