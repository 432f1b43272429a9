using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Trillet;

/// <summary>What all of Trillet's operations share: who is let in, how a path points at a customer, and the words for failures.</summary>
/// <typeparam name="TSelf">The operation itself.</typeparam>
internal interface ITrilletOperation<TSelf> : ICustomerOperation<TSelf>
    where TSelf : ITrilletOperation<TSelf>
{
    static ContractDescription IOperation<TSelf>.Description => TrilletContract.Description;

    static Credential IOperation<TSelf>.ReadCredential(HttpRequest request) => TrilletContract.ReadCredential(request);

    static Answer IOperation<TSelf>.Failed(Failure failure, Exchange exchange) => TrilletContract.Failed(failure, exchange);

    static Result<CustomerKey> ICustomerOperation<TSelf>.Locate(Exchange exchange) => TrilletContract.Locate(exchange);
}
