using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>What all of Insighto's operations share: who is let in, how a path points at a customer, and the words for failures.</summary>
/// <typeparam name="TSelf">The operation itself.</typeparam>
internal interface IInsightoOperation<TSelf> : ICustomerOperation<TSelf>
    where TSelf : IInsightoOperation<TSelf>
{
    static ContractDescription IOperation<TSelf>.Description => InsightoContract.Description;

    static Credential IOperation<TSelf>.ReadCredential(HttpRequest request) => InsightoContract.ReadCredential(request);

    static Answer IOperation<TSelf>.Failed(Failure failure, Exchange exchange) => InsightoContract.Failed(failure, exchange);

    static Result<CustomerKey> ICustomerOperation<TSelf>.Locate(Exchange exchange) => InsightoContract.Locate(exchange);
}
