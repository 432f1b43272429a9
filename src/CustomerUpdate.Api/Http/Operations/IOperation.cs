using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>
/// Something that a contract does for its callers. Static abstract members make the compiler the checklist: an operation that lacks one does
/// not compile, and the pipelines that call them are written once. What all operations of a contract share, the contract implements in an
/// interface of its own that derives from this one.
/// </summary>
/// <typeparam name="TSelf">The operation itself.</typeparam>
internal interface IOperation<TSelf>
    where TSelf : IOperation<TSelf>
{
    /// <summary>What the contract is called, and which paths are its own.</summary>
    static abstract ContractDescription Description { get; }

    /// <summary>A request of the vendor's own documentation that works on a demo customer as it stands.</summary>
    static abstract RequestExample Example(ExampleSubject subject);

    /// <summary>What the request shows to be let in.</summary>
    static abstract Credential ReadCredential(HttpRequest request);

    /// <summary>The vendor's status and words for a failure.</summary>
    static abstract Answer Failed(Failure failure, Exchange exchange);
}

/// <summary>An operation on one customer, at whom its path points.</summary>
/// <typeparam name="TSelf">The operation itself.</typeparam>
internal interface ICustomerOperation<TSelf> : IOperation<TSelf>
    where TSelf : ICustomerOperation<TSelf>
{
    /// <summary>
    /// The customer that the path points at. Fails with <see cref="FailureKind.NotFound"/> where it can be nobody, and with
    /// <see cref="FailureKind.Invalid"/> where the vendor reports the path among its validation errors.
    /// </summary>
    static abstract Result<CustomerKey> Locate(Exchange exchange);
}
