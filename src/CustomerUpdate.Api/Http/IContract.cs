using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>
/// A vendor's contract. Static abstract members make the compiler the checklist: a contract that lacks one does not compile, and the
/// pipeline that calls them is written once (docs/adr/0003-static-abstract-seam-and-catalog.md).
/// </summary>
/// <typeparam name="TSelf">The contract itself.</typeparam>
internal interface IContract<TSelf>
    where TSelf : IContract<TSelf>
{
    /// <summary>What the contract is called, and which paths are its own.</summary>
    static abstract ContractDescription Description { get; }

    /// <summary>How its ids for customers come to be.</summary>
    static abstract ReferenceRule References { get; }

    /// <summary>A request of the vendor's own documentation that works on a demo customer as it stands.</summary>
    static abstract UpdateExample Example(ExampleSubject subject);

    /// <summary>Maps the contract's routes.</summary>
    static abstract void MapRoutes(ContractRoutes<TSelf> routes);

    /// <summary>What the request shows to be let in.</summary>
    static abstract Credential ReadCredential(HttpRequest request);

    /// <summary>
    /// The customer that the path points at. Fails with <see cref="FailureKind.NotFound"/> where it can be nobody, and with
    /// <see cref="FailureKind.Invalid"/> where the vendor reports the path among its validation errors.
    /// </summary>
    static abstract Result<CustomerKey> Locate(Exchange exchange);

    /// <summary>The vendor's status and words for a failure.</summary>
    static abstract Answer Failed(Failure failure, Exchange exchange);
}

/// <summary>A contract that shows a single customer.</summary>
/// <typeparam name="TSelf">The contract itself.</typeparam>
internal interface IShowContract<TSelf> : IContract<TSelf>
    where TSelf : IShowContract<TSelf>
{
    /// <summary>The customer as the vendor shows it.</summary>
    static abstract Answer Shown(Customer customer, Exchange exchange);

    /// <summary>
    /// The customer as seen through the contract by those who come from elsewhere, so that no path says what the contract calls it: what
    /// <see cref="Shown"/> answers, unless that is about more than the customer.
    /// </summary>
    static virtual Answer Lens(Customer customer, Exchange exchange) => TSelf.Shown(customer, exchange);

    /// <summary>What is said instead. A vendor that does not call an unknown customer an error says so here.</summary>
    static virtual Answer NotShown(Failure failure, Exchange exchange) => TSelf.Failed(failure, exchange);
}
