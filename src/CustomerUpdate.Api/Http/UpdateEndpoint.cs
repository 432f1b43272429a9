using CustomerUpdate.Api.Http.Limits;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>The pipeline of every update route: one copy, whose order each contract declares.</summary>
/// <typeparam name="TContract">The contract.</typeparam>
/// <typeparam name="TRequest">The wire model of its update.</typeparam>
internal sealed class UpdateEndpoint<TContract, TRequest>
    where TContract : IUpdateContract<TContract, TRequest>
    where TRequest : class
{
    private readonly LimitedCallers callers;
    private readonly ICustomerReads reads;
    private readonly Result<CustomerKey> target;
    private Exchange exchange;
    private RequestBody body = RequestBody.None;
    private TRequest? request;

    private UpdateEndpoint(HttpContext http, LimitedCallers callers, ICustomerReads reads)
    {
        this.callers = callers;
        this.reads = reads;
        exchange = new Exchange(http);
        target = TContract.Locate(exchange);
    }

    /// <summary>Answers one request.</summary>
    public static async Task<Answer> HandleAsync(
        HttpContext http,
        LimitedCallers callers,
        ICustomerReads reads,
        UpdateCustomer updateCustomer,
        IdempotentWrites writes,
        UpdateLog log,
        CancellationToken cancellationToken)
    {
        var started = log.Now;
        var endpoint = new UpdateEndpoint<TContract, TRequest>(http, callers, reads);
        var outcome = await endpoint.ExecuteAsync(updateCustomer, writes, cancellationToken);
        log.Write(TContract.Description, endpoint.exchange, outcome.Result, started);
        return WriteHeaders.Applied(http.Request, outcome.Answer);
    }

    private async Task<WriteOutcome<UpdatedCustomer>> ExecuteAsync(
        UpdateCustomer updateCustomer, IdempotentWrites writes, CancellationToken cancellationToken)
    {
        var entrance = TContract.Order.TakeWhile(stage => stage is Stage.Credential or Stage.Body).ToList();
        if (await RunAsync(entrance, cancellationToken) is { } refused)
        {
            return new WriteOutcome<UpdatedCustomer>(Refuse(refused), refused);
        }

        return WriteHeaders.Read(exchange.Request, exchange.Caller!.Tenant.Settings).TryFailure(out var headers, out var unreadable)
            ? new WriteOutcome<UpdatedCustomer>(Refuse(unreadable), unreadable)
            : await writes.RunAsync<UpdatedCustomer>(exchange, headers, body.Utf8, UpdateAsync, Render, Refuse, cancellationToken);

        async Task<Result<UpdatedCustomer>> UpdateAsync(WriteTerms<UpdatedCustomer> terms) =>
            await RunAsync(TContract.Order.Skip(entrance.Count), cancellationToken) is { } failure
                ? failure
                : await CommitAsync(updateCustomer, headers.Precondition, terms, cancellationToken);
    }

    private async Task<Result<UpdatedCustomer>> CommitAsync(
        UpdateCustomer updateCustomer, Precondition precondition, WriteTerms<UpdatedCustomer> terms, CancellationToken cancellationToken)
    {
        if (target.TryFailure(out var key, out var misplaced))
        {
            return misplaced;
        }

        var command = new CustomerUpdateCommand(
            exchange.Caller!, key, TContract.Map(request!), exchange.RequestId, TContract.Otp(request!, exchange))
        {
            Precondition = precondition,
            Terms = terms,
        };
        var updated = await updateCustomer.ExecuteAsync(command, TContract.Writable, cancellationToken);
        return updated.TryFailure(out _, out var conflict) ? TContract.Restate(conflict, request!) : updated;
    }

    private Answer Render(UpdatedCustomer updated) => TContract.Updated(updated.Customer, request!, exchange)
        .With("ETag", EntityTag.Of(updated.Customer, TContract.Description.Name));

    private Answer Refuse(Failure failure) => TContract.Failed(failure, exchange).WithRetryAfter(failure);

    private async Task<Failure?> RunAsync(IEnumerable<Stage> stages, CancellationToken cancellationToken)
    {
        foreach (var stage in stages)
        {
            if (await RunAsync(stage, cancellationToken) is { } refused)
            {
                return refused;
            }
        }

        return null;
    }

    private async Task<Failure?> RunAsync(Stage stage, CancellationToken cancellationToken) => stage switch
    {
        Stage.Credential => await IdentifyAsync(cancellationToken),
        Stage.Body => await ReadBodyAsync(cancellationToken),
        Stage.Customer => await FindAsync(cancellationToken),
        Stage.Validation => Validate(),
    };

    private async Task<Failure?> IdentifyAsync(CancellationToken cancellationToken)
    {
        var identified = await callers.IdentifyAsync(exchange.Http, TContract.ReadCredential(exchange.Request), cancellationToken);
        if (identified.TryFailure(out var caller, out var failure))
        {
            return failure;
        }

        exchange = exchange with { Caller = caller };
        if (callers.Count(exchange.Http, TContract.Description, caller) is { } limited)
        {
            return limited;
        }

        return caller.MayWrite ? null : Failure.Of(FailureKind.ReadOnlyKey); // who may not write learns nothing of who is there
    }

    private async Task<Failure?> ReadBodyAsync(CancellationToken cancellationToken)
    {
        var read = await BodyFormat.ReadAsync(TContract.BodyFormats, exchange.Request, cancellationToken);
        if (read.TryFailure(out var readable, out var failure))
        {
            return failure;
        }

        body = readable;
        return null;
    }

    private async Task<Failure?> FindAsync(CancellationToken cancellationToken)
    {
        if (target.TryFailure(out var key, out var failure))
        {
            return failure;
        }

        var found = await reads.FindAsync(exchange.Caller!.Tenant.Id, key, cancellationToken);
        return found is null ? Failure.Of(FailureKind.NotFound) : null;
    }

    // A path that breaks a rule is reported beside the members that do; a path that can be nobody's is not a matter of validation.
    private Failure? Validate()
    {
        var located = target.TryFailure(out _, out var misplaced) && misplaced.Kind == FailureKind.Invalid ? misplaced.Problems : [];
        if (TContract.Parse(body).TryFailure(out var parsed, out var unreadable))
        {
            return unreadable with { Problems = [.. located, .. unreadable.Problems] };
        }

        request = parsed;
        var broken = TContract.Validator.Validate(parsed).Errors
            .Select(error => new Problem(error.PropertyName, error.ErrorCode, error.ErrorMessage, error.CustomState));
        ValueList<Problem> problems = [.. located, .. broken];
        return problems.Count == 0 ? null : Failure.Invalid(problems);
    }
}
