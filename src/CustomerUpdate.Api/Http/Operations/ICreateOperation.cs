using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>An operation that makes a customer. There is nobody yet whose consent could be asked for, and no version to be meant.</summary>
/// <typeparam name="TSelf">The operation itself.</typeparam>
/// <typeparam name="TRequest">The wire model of its request.</typeparam>
internal interface ICreateOperation<TSelf, TRequest> : IWriteOperation<TSelf, TRequest, Customer>
    where TSelf : ICreateOperation<TSelf, TRequest>
    where TRequest : class
{
    static string IWriteOperation<TSelf, TRequest, Customer>.Summary => "Create a customer";

    static ValueList<FailureKind> IWriteOperation<TSelf, TRequest, Customer>.Impossible =>
    [
        FailureKind.NotFound, FailureKind.EntryNotFound, FailureKind.PreconditionFailed, FailureKind.PreconditionRequired,
        FailureKind.OtpRejected,
    ];

    /// <summary>The names of the canonical fields that it may write; see <see cref="CustomerField"/>.</summary>
    static abstract IReadOnlySet<string> Writable { get; }

    /// <summary>What a valid request asks to be written on an empty profile.</summary>
    static abstract ICustomerChange Map(TRequest request, Exchange exchange);

    /// <summary>The answer to a customer that was made.</summary>
    static abstract Answer Created(Customer customer, TRequest request, Exchange exchange);

    static Task<Result<Customer>> IWriteOperation<TSelf, TRequest, Customer>.WriteAsync(
        ContractWrite<TRequest, Customer> write, CancellationToken cancellationToken) =>
        write.CreateAsync(TSelf.Map(write.Request, write.Exchange), TSelf.Writable, cancellationToken);

    static Answer IWriteOperation<TSelf, TRequest, Customer>.Done(Customer result, TRequest request, Exchange exchange) =>
        TSelf.Created(result, request, exchange);

    static Customer? IWriteOperation<TSelf, TRequest, Customer>.Tagged(Customer result) => result;

    static LoggedOutcome IWriteOperation<TSelf, TRequest, Customer>.Logged(Customer result, bool isDryRun) => LoggedOutcome.OfNew(result, isDryRun);

    static Customer IWriteOperation<TSelf, TRequest, Customer>.Sample(TRequest request, SampleRequest sample) =>
        sample.Update(TSelf.Map(request, sample.Exchange));
}
