using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>What all of Quentli's operations share: who is let in, how a path points at a customer, and the words for failures.</summary>
/// <typeparam name="TSelf">The operation itself.</typeparam>
internal interface IQuentliOperation<TSelf> : ICustomerOperation<TSelf>
    where TSelf : IQuentliOperation<TSelf>
{
    static ContractDescription IOperation<TSelf>.Description => QuentliContract.Description;

    static Credential IOperation<TSelf>.ReadCredential(HttpRequest request) => QuentliContract.ReadCredential(request);

    static Answer IOperation<TSelf>.Failed(Failure failure, Exchange exchange) => QuentliContract.Failed(failure, exchange);

    static Result<CustomerKey> ICustomerOperation<TSelf>.Locate(Exchange exchange) => QuentliContract.Locate(exchange);
}
