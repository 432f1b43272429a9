using CustomerUpdate.Api.Http.Limits;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>The pipeline of every route that writes: one copy, whose order each operation declares.</summary>
/// <typeparam name="TOperation">What is written.</typeparam>
/// <typeparam name="TRequest">The wire model of its request.</typeparam>
/// <typeparam name="TResult">What a write results in.</typeparam>
internal sealed class WriteEndpoint<TOperation, TRequest, TResult>
    where TOperation : IWriteOperation<TOperation, TRequest, TResult>
    where TRequest : class
{
    private readonly LimitedCallers callers;
    private readonly ICustomerReads reads;
    private readonly Result<CustomerKey>? target;
    private Exchange exchange;
    private RequestBody body = RequestBody.None;
    private TRequest? request;

    private WriteEndpoint(HttpContext http, LimitedCallers callers, ICustomerReads reads)
    {
        this.callers = callers;
        this.reads = reads;
        exchange = new Exchange(http);
        target = TOperation.Target(exchange);
    }

    /// <summary>Answers one request.</summary>
    public static async Task<Answer> HandleAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var log = services.GetRequiredService<UpdateLog>();
        var started = log.Now;
        var endpoint = new WriteEndpoint<TOperation, TRequest, TResult>(
            http, services.GetRequiredService<LimitedCallers>(), services.GetRequiredService<ICustomerReads>());
        try
        {
            var outcome = await endpoint.ExecuteAsync(services.GetRequiredService<IdempotentWrites>(), http.RequestAborted);
            TOperation.Log(log, endpoint.exchange, outcome.Result, started);
            return WriteHeaders.Applied(http.Request, outcome.Answer);
        }
        catch (Exception unforeseen) when (!http.RequestAborted.IsCancellationRequested)
        {
            var kind = services.GetRequiredService<UnforeseenFailures>().KindOf(unforeseen);
            TOperation.Log(log, endpoint.exchange, Failure.Of(kind), started);
            throw; // to where it is answered
        }
    }

    private async Task<WriteOutcome<TResult>> ExecuteAsync(IdempotentWrites writes, CancellationToken cancellationToken)
    {
        var entrance = TOperation.Order.TakeWhile(stage => stage is Stage.Credential or Stage.Body).ToList();
        if (await RunAsync(entrance, cancellationToken) is { } refused)
        {
            return new WriteOutcome<TResult>(Refuse(refused), refused);
        }

        return WriteHeaders.Read(exchange.Request, exchange.Caller!.Tenant.Settings).TryFailure(out var headers, out var unreadable)
            ? new WriteOutcome<TResult>(Refuse(unreadable), unreadable)
            : await writes.RunAsync<TResult>(exchange, headers, body.Utf8, ExecuteOnceAsync, Render, Refuse, cancellationToken);

        async Task<Result<TResult>> ExecuteOnceAsync(WriteTerms<TResult> terms) =>
            await RunAsync(TOperation.Order.Skip(entrance.Count), cancellationToken) is { } failure
                ? failure
                : await CommitAsync(headers.Precondition, terms, cancellationToken);
    }

    private async Task<Result<TResult>> CommitAsync(
        Precondition precondition, WriteTerms<TResult> terms, CancellationToken cancellationToken)
    {
        CustomerKey? customer = null;
        if (target is { } located)
        {
            if (located.TryFailure(out var key, out var misplaced))
            {
                return misplaced;
            }

            customer = key;
        }

        var write = new ContractWrite<TRequest, TResult>(exchange, request!, customer, precondition, terms);
        var done = await TOperation.WriteAsync(write, cancellationToken);
        return done.TryFailure(out _, out var conflict) ? TOperation.Restate(conflict, request!) : done;
    }

    private Answer Render(TResult result)
    {
        var answer = TOperation.Done(result, request!, exchange);
        return TOperation.Tagged(result) is { } customer
            ? answer.With("ETag", EntityTag.Of(customer, TOperation.Description.Name))
            : answer;
    }

    private Answer Refuse(Failure failure) => TOperation.Failed(failure, exchange).WithRetryAfter(failure);

    // Whether the customer is there is asked only where a later stage refuses: else the commit says it, and spares the look-up.
    private async Task<Failure?> RunAsync(IEnumerable<Stage> stages, CancellationToken cancellationToken)
    {
        var isCustomerFirst = false;
        foreach (var stage in stages)
        {
            if (stage == Stage.Customer)
            {
                isCustomerFirst = true;
            }
            else if (await RunAsync(stage, cancellationToken) is { } refused)
            {
                return isCustomerFirst && await RunAsync(Stage.Customer, cancellationToken) is { } missing ? missing : refused;
            }
        }

        return null;
    }

    private async Task<Failure?> RunAsync(Stage stage, CancellationToken cancellationToken) => stage switch
    {
        Stage.Credential => await IdentifyAsync(cancellationToken),
        Stage.Body => await ReadBodyAsync(cancellationToken),
        Stage.Customer => await FindAsync(cancellationToken),
        Stage.Validation => await ValidateAsync(cancellationToken),
    };

    private async Task<Failure?> IdentifyAsync(CancellationToken cancellationToken)
    {
        var identified = await callers.IdentifyAsync(exchange.Http, TOperation.ReadCredential(exchange.Request), cancellationToken);
        if (identified.TryFailure(out var caller, out var failure))
        {
            return failure;
        }

        exchange = exchange with { Caller = caller };
        if (callers.Count(exchange.Http, TOperation.Description, caller) is { } limited)
        {
            return limited;
        }

        return caller.Role >= TOperation.Role ? null : Failure.Of(FailureKind.ReadOnlyKey); // who may not write learns nothing of who is there
    }

    private async Task<Failure?> ReadBodyAsync(CancellationToken cancellationToken)
    {
        var read = await BodyFormat.ReadAsync(TOperation.BodyFormats, exchange.Request, cancellationToken);
        if (read.TryFailure(out var readable, out var failure))
        {
            return failure;
        }

        body = readable;
        return null;
    }

    private async Task<Failure?> FindAsync(CancellationToken cancellationToken)
    {
        if (target is not { } located)
        {
            return null;
        }

        if (located.TryFailure(out var key, out var failure))
        {
            return failure;
        }

        var found = await reads.FindAsync(exchange.Caller!.Tenant.Id, key, cancellationToken);
        return found is null ? Failure.Of(FailureKind.NotFound) : null;
    }

    // A path that breaks a rule is reported beside the members that do; a path that can be nobody's is not a matter of validation.
    private async Task<Failure?> ValidateAsync(CancellationToken cancellationToken)
    {
        ValueList<Problem> located = target is { } pointed && pointed.TryFailure(out _, out var misplaced) && misplaced.Kind == FailureKind.Invalid ? misplaced.Problems : [];
        if (TOperation.Parse(body).TryFailure(out var parsed, out var unreadable))
        {
            return unreadable with { Problems = [.. located, .. unreadable.Problems] };
        }

        request = parsed;
        var broken = TOperation.Validator.Validate(parsed).Errors
            .Select(error => new Problem(error.PropertyName, error.ErrorCode, error.ErrorMessage, error.CustomState));
        ValueList<Problem> problems = [.. located, .. await TOperation.JudgeAsync(parsed, broken.ToValueList(), exchange, cancellationToken)];
        return problems.Count == 0 ? null : Failure.Invalid(problems);
    }
}
