using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>What all of Chatwoot's operations share: who is let in, how a path points at a customer, and the words for failures.</summary>
/// <typeparam name="TSelf">The operation itself.</typeparam>
internal interface IChatwootOperation<TSelf> : ICustomerOperation<TSelf>
    where TSelf : IChatwootOperation<TSelf>
{
    static ContractDescription IOperation<TSelf>.Description => ChatwootContract.Description;

    static Credential IOperation<TSelf>.ReadCredential(HttpRequest request) => ChatwootContract.ReadCredential(request);

    static Answer IOperation<TSelf>.Failed(Failure failure, Exchange exchange) => ChatwootContract.Failed(failure, exchange);

    static Result<CustomerKey> ICustomerOperation<TSelf>.Locate(Exchange exchange) => ChatwootContract.Locate(exchange);
}
