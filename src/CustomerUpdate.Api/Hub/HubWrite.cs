using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>A write of the hub whose caller has been let in.</summary>
/// <typeparam name="T">What the write results in.</typeparam>
/// <param name="Exchange">The request.</param>
/// <param name="Precondition">Which version of a customer it is meant for.</param>
/// <param name="Terms">How to carry it out.</param>
internal sealed record HubWrite<T>(Exchange Exchange, Precondition Precondition, WriteTerms<T> Terms)
{
    /// <summary>Who asks, in the tenant that the path names.</summary>
    public Caller Caller => Exchange.Caller!;

    /// <summary>The name of the request.</summary>
    public string RequestId => Exchange.RequestId;
}

/// <summary>Writes of one customer.</summary>
internal static class HubCustomerWrite
{
    /// <summary>The command that a write comes down to. The hub's callers prove nothing: they are not the customer.</summary>
    public static CustomerUpdateCommand Command(this HubWrite<UpdatedCustomer> write, Guid customerId, ICustomerChange change) =>
        new(write.Caller, CustomerKey.Id(customerId), change, write.RequestId, Otp: null)
        {
            Precondition = write.Precondition,
            Terms = write.Terms,
        };
}
