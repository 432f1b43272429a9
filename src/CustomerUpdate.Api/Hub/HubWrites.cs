using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// What every route of the hub that writes does: let the caller in, read the headers that all writes have in common, do it once, log it, answer.
/// </summary>
internal sealed class HubWrites(HubAccess access, IdempotentWrites writes, UpdateLog log, UnforeseenFailures failures)
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
            () => access.MeetAsync(http.Request, tenantId, cancellationToken),
            isAnswerKept: true,
            update,
            updated => HubCustomerAnswer.Of(StatusCodes.Status200OK, updated.Customer),
            (exchange, result, started) => log.Write(HubContract.Description, exchange, result, started),
            cancellationToken);

    /// <summary>Does something else.</summary>
    /// <param name="http">The request.</param>
    /// <param name="tenantId">The tenant, as the path names it.</param>
    /// <param name="action">What is done, in the log's words: a verb and what it is about.</param>
    /// <param name="write">Does it; not called for those who may read only.</param>
    /// <param name="answer">The answer to what was done.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<Answer> WriteAsync<T>(
        HttpContext http,
        string tenantId,
        string action,
        Func<HubWrite<T>, Task<Result<T>>> write,
        Func<T, Answer> answer,
        CancellationToken cancellationToken) =>
        ExecuteAsync(
            http,
            () => access.MeetAsync(http.Request, tenantId, cancellationToken),
            isAnswerKept: true,
            write,
            answer,
            LogOf<T>(action),
            cancellationToken);

    /// <summary>
    /// The same for what is the operator's alone. It lies outside all tenants, also where it is about one: so its answer outlives that one.
    /// </summary>
    public Task<Answer> WriteAsOperatorAsync<T>(
        HttpContext http,
        string? tenantId,
        string action,
        Func<HubWrite<T>, Task<Result<T>>> write,
        Func<T, Answer> answer,
        CancellationToken cancellationToken) =>
        ExecuteAsync(
            http,
            () => access.MeetOperatorAsync(http.Request, tenantId, cancellationToken),
            isAnswerKept: true,
            write,
            answer,
            LogOf<T>(action),
            cancellationToken);

    /// <summary>The same in a tenant where the answer is a secret: it is not kept, and a repeat does it again.</summary>
    public Task<Answer> WriteSecretAsync<T>(
        HttpContext http,
        string tenantId,
        string action,
        Func<HubWrite<T>, Task<Result<T>>> write,
        Func<T, Answer> answer,
        CancellationToken cancellationToken) =>
        ExecuteAsync(
            http,
            () => access.MeetAsync(http.Request, tenantId, cancellationToken),
            isAnswerKept: false,
            write,
            answer,
            LogOf<T>(action),
            cancellationToken);

    private async Task<Answer> ExecuteAsync<T>(
        HttpContext http,
        Func<Task<Entrance>> meet,
        bool isAnswerKept,
        Func<HubWrite<T>, Task<Result<T>>> write,
        Func<T, Answer> answer,
        Action<Exchange, Result<T>?, long> writeLog,
        CancellationToken cancellationToken)
    {
        var started = log.Now;
        var exchange = new Exchange(http);
        try
        {
            var entrance = await meet();
            exchange = exchange with { Caller = entrance.Caller, TenantId = entrance.TenantId };
            var outcome = entrance.Refusal is { } refused
                ? new WriteOutcome<T>(HubErrors.ToAnswer(refused), refused)
                : await OnceAsync(exchange, isAnswerKept, write, answer, cancellationToken);
            writeLog(exchange, outcome.Result, started);
            return WriteHeaders.Applied(http.Request, outcome.Answer);
        }
        catch (Exception unforeseen) when (!http.RequestAborted.IsCancellationRequested)
        {
            writeLog(exchange, Failure.Of(failures.KindOf(unforeseen)), started);
            throw; // to where it is answered
        }
    }

    private async Task<WriteOutcome<T>> OnceAsync<T>(
        Exchange exchange,
        bool isAnswerKept,
        Func<HubWrite<T>, Task<Result<T>>> write,
        Func<T, Answer> answer,
        CancellationToken cancellationToken)
    {
        var read = WriteHeaders.Read(exchange.Request, exchange.Caller?.Tenant.Settings ?? NoTenant, isAnswerKept);
        if (read.TryFailure(out var headers, out var unreadable))
        {
            return new WriteOutcome<T>(HubErrors.ToAnswer(unreadable), unreadable);
        }

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
        log.Write(HubContract.Description, exchange, action, LoggedOutcome.Of(result, done => Outcome(done, exchange)), started);

    private static LoggedOutcome Outcome<T>(T done, Exchange exchange)
    {
        var isDryRun = WriteHeaders.AsksForDryRun(exchange.Request);
        return done is Customer made ? LoggedOutcome.OfNew(made, isDryRun) : LoggedOutcome.Of(isDryRun);
    }
}
