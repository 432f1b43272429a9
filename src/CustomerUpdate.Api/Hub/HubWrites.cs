using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// What every route of the hub that writes does: let the caller in, read the headers that all writes have in common, do it once, log it, answer.
/// </summary>
internal sealed class HubWrites(HubAccess access, IdempotentWrites writes, UpdateLog log)
{
    private static readonly TenantSettings NoTenant = new();

    /// <summary>Writes one customer, logged like an update through any contract; answers the customer as it is then.</summary>
    public Task<Answer> UpdateAsync(
        HttpContext http,
        string tenantId,
        Func<HubWrite<UpdatedCustomer>, Task<Result<UpdatedCustomer>>> update,
        CancellationToken cancellationToken) =>
        ExecuteAsync(
            http,
            tenantId,
            isAnswerKept: true,
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
        Func<HubWrite<T>, Task<Result<T>>> write,
        Func<T, Answer> answer,
        CancellationToken cancellationToken) =>
        ExecuteAsync(http, tenantId, isAnswerKept: true, write, answer, LogOf<T>(action), cancellationToken);

    /// <summary>The same where the answer is a secret: it is not kept, and a repeat does it again.</summary>
    public Task<Answer> WriteSecretAsync<T>(
        HttpContext http,
        string tenantId,
        string action,
        Func<HubWrite<T>, Task<Result<T>>> write,
        Func<T, Answer> answer,
        CancellationToken cancellationToken) =>
        ExecuteAsync(http, tenantId, isAnswerKept: false, write, answer, LogOf<T>(action), cancellationToken);

    private async Task<Answer> ExecuteAsync<T>(
        HttpContext http,
        string? tenantId,
        bool isAnswerKept,
        Func<HubWrite<T>, Task<Result<T>>> write,
        Func<T, Answer> answer,
        Action<Exchange, Result<T>?, long> writeLog,
        CancellationToken cancellationToken)
    {
        var started = log.Now;
        var exchange = new Exchange(http);
        WriteOutcome<T> outcome;
        if ((await EnterAsync(exchange, tenantId, cancellationToken)).TryFailure(out var entered, out var refused))
        {
            outcome = new WriteOutcome<T>(HubErrors.ToAnswer(refused), refused);
        }
        else
        {
            exchange = entered;
            outcome = await OnceAsync(exchange, isAnswerKept, write, answer, cancellationToken);
        }

        writeLog(exchange, outcome.Result, started);
        return WriteHeaders.Applied(http.Request, outcome.Answer);
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

    private async Task<WriteOutcome<T>> OnceAsync<T>(
        Exchange exchange,
        bool isAnswerKept,
        Func<HubWrite<T>, Task<Result<T>>> write,
        Func<T, Answer> answer,
        CancellationToken cancellationToken)
    {
        var read = WriteHeaders.Read(exchange.Request, exchange.Caller?.Tenant.Settings ?? NoTenant);
        if (read.TryFailure(out var headers, out var unreadable))
        {
            return new WriteOutcome<T>(HubErrors.ToAnswer(unreadable), unreadable);
        }

        headers = isAnswerKept ? headers : headers with { IdempotencyKey = null };
        ReadOnlyMemory<byte> body = default;
        if (headers.IdempotencyKey is not null)
        {
            if ((await BoundedBody.BufferAsync(exchange.Request, cancellationToken)).TryFailure(out var bytes, out var tooLarge))
            {
                return new WriteOutcome<T>(HubErrors.ToAnswer(tooLarge), tooLarge);
            }

            body = bytes;
        }

        return await writes.RunAsync<T>(
            exchange, headers, body, terms => write(new HubWrite<T>(exchange, headers.Precondition, terms)), answer, HubErrors.ToAnswer, cancellationToken);
    }

    private Action<Exchange, Result<T>?, long> LogOf<T>(string action) => (exchange, result, started) =>
        log.Write(HubContract.Description, exchange, action, result?.Match(_ => Done(exchange), failure => $"{failure.Kind}") ?? "Replayed", started);

    private static string Done(Exchange exchange) => WriteHeaders.AsksForDryRun(exchange.Request) ? "Previewed" : "Done";
}
