using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>An operation that shows a single customer, or a part of one.</summary>
/// <typeparam name="TSelf">The operation itself.</typeparam>
internal interface IShowOperation<TSelf> : ICustomerOperation<TSelf>
    where TSelf : IShowOperation<TSelf>
{
    /// <summary>What it does, in a few words, for documents.</summary>
    static virtual string ShowSummary => "Show one customer";

    /// <summary>A request that works on a demo customer as it stands; on the same path as the operation's other request, unless said otherwise.</summary>
    static virtual RequestExample ShowExample(ExampleSubject subject) =>
        TSelf.Example(subject) with { Method = HttpMethods.Get, ContentType = null, Body = "" };

    /// <summary>
    /// Reads what else of the tenant's it takes to show the customer, and leaves it among the request's features. Nothing where the customer is
    /// enough, as in most contracts; documents show what is made of nothing.
    /// </summary>
    static virtual Task PrepareAsync(Customer customer, Exchange exchange, CancellationToken cancellationToken) => Task.CompletedTask;

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
