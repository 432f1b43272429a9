using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>A valid request to write whose caller has been let in.</summary>
/// <typeparam name="TRequest">The wire model.</typeparam>
/// <typeparam name="TResult">What the write results in.</typeparam>
/// <param name="Exchange">The request.</param>
/// <param name="Request">What it asks for.</param>
/// <param name="Customer">The customer that its path points at; null where it points at none.</param>
/// <param name="Precondition">Which version of that customer it is meant for.</param>
/// <param name="Terms">How to carry it out.</param>
internal sealed record ContractWrite<TRequest, TResult>(
    Exchange Exchange, TRequest Request, CustomerKey? Customer, Precondition Precondition, WriteTerms<TResult> Terms)
{
    /// <summary>Who asks.</summary>
    public Caller Caller => Exchange.Caller!;

    /// <summary>The customer that the path points at, where every path of the operation points at one.</summary>
    public CustomerKey Target => Customer!.Value;

    /// <summary>The same as a step after which nothing is left to do; see <see cref="WriteTerms{T}.ForLastStep"/>.</summary>
    public ContractWrite<TRequest, TStep> AsLastStep<TStep>(Func<TStep, TResult> result) =>
        new(Exchange, Request, Customer, Precondition, Terms.ForLastStep(result));
}

/// <summary>What writes of customers come down to.</summary>
internal static class ContractWrites
{
    /// <summary>Updates the customer that the path points at.</summary>
    public static Task<Result<UpdatedCustomer>> UpdateAsync<TRequest>(
        this ContractWrite<TRequest, UpdatedCustomer> write,
        ICustomerChange change,
        string? otp,
        IReadOnlySet<string> writable,
        CancellationToken cancellationToken)
    {
        var command = new CustomerUpdateCommand(write.Caller, write.Target, change, write.Exchange.RequestId, otp)
        {
            Precondition = write.Precondition,
            Terms = write.Terms,
        };
        return write.Exchange.Service<UpdateCustomer>().ExecuteAsync(command, writable, cancellationToken);
    }

    /// <summary>Makes a customer.</summary>
    public static async Task<Result<Customer>> CreateAsync<TRequest>(
        this ContractWrite<TRequest, Customer> write, ICustomerChange change, IReadOnlySet<string> writable, CancellationToken cancellationToken)
    {
        if (change.Fields.Any(field => !writable.Contains(field.Name)))
        {
            return Failure.Of(FailureKind.Forbidden);
        }

        var sources = write.Exchange.Service<ReferenceSources>();
        var command = new NewCustomer(write.Caller, change, sources.All, write.Exchange.RequestId) { Terms = write.Terms };
        return await write.Exchange.Service<ICustomerCreations>().CreateAsync(command, cancellationToken);
    }

    /// <summary>Erases the customer that the path points at.</summary>
    public static Task<Result<long>> EraseAsync<TRequest>(this ContractWrite<TRequest, long> write, CancellationToken cancellationToken)
    {
        var command = new CustomerErasureCommand(write.Caller, write.Target, write.Exchange.RequestId)
        {
            Precondition = write.Precondition,
            Terms = write.Terms,
        };
        return write.Exchange.Service<ICustomerErasures>().EraseAsync(command, cancellationToken);
    }
}

/// <summary>Where every contract's ids for new customers come from.</summary>
/// <param name="All">One for each contract that has them made.</param>
internal sealed record ReferenceSources(ValueList<ReferenceSource> All);
