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
        HttpContext http, LimitedCallers callers, ICustomerReads reads, UpdateCustomer updateCustomer, UpdateLog log, CancellationToken cancellationToken)
    {
        var started = log.Now;
        var endpoint = new UpdateEndpoint<TContract, TRequest>(http, callers, reads);
        var result = await endpoint.ExecuteAsync(updateCustomer, cancellationToken);
        log.Write(TContract.Description, endpoint.exchange, result, started);
        return result.Match(
            updated => TContract.Updated(updated.Customer, endpoint.request!, endpoint.exchange),
            failure => TContract.Failed(failure, endpoint.exchange).WithRetryAfter(failure));
    }

    private async Task<Result<UpdatedCustomer>> ExecuteAsync(UpdateCustomer updateCustomer, CancellationToken cancellationToken)
    {
        foreach (var stage in TContract.Order)
        {
            if (await RunAsync(stage, cancellationToken) is { } refused)
            {
                return refused;
            }
        }

        if (target.TryFailure(out var key, out var failure))
        {
            return failure;
        }

        var command = new CustomerUpdateCommand(
            exchange.Caller!, key, TContract.Map(request!), exchange.RequestId, TContract.Otp(request!, exchange));
        var updated = await updateCustomer.ExecuteAsync(command, TContract.Writable, cancellationToken);
        return updated.TryFailure(out _, out var conflict) ? TContract.Restate(conflict, request!) : updated;
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
