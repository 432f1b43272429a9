using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>What all of Help Scout's operations share: who is let in, how a path points at a customer, and the words for failures.</summary>
/// <typeparam name="TSelf">The operation itself.</typeparam>
internal interface IHelpScoutOperation<TSelf> : ICustomerOperation<TSelf>
    where TSelf : IHelpScoutOperation<TSelf>
{
    /// <summary>What the body itself is called in errors.</summary>
    static virtual string WholeBody => HelpScoutObject.WholeBody;

    static ContractDescription IOperation<TSelf>.Description => HelpScoutContract.Description;

    static Credential IOperation<TSelf>.ReadCredential(HttpRequest request) => HelpScoutContract.ReadCredential(request);

    static Answer IOperation<TSelf>.Failed(Failure failure, Exchange exchange) => HelpScoutContract.Failed(failure, exchange, TSelf.WholeBody);

    static Result<CustomerKey> ICustomerOperation<TSelf>.Locate(Exchange exchange) => HelpScoutContract.Locate(exchange);
}
