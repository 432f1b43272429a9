using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>A contract as a value, for the few places that treat all contracts alike.</summary>
/// <param name="Description">What it is called.</param>
/// <param name="References">How its ids for customers come to be.</param>
/// <param name="MapRoutes">Maps its routes.</param>
/// <param name="Failed">Its words for failures.</param>
/// <param name="Example">Its example.</param>
/// <param name="PrepareLens">Reads what else it takes to see a customer through it.</param>
/// <param name="Lens">The customer as seen through it.</param>
internal sealed record ContractEntry(
    ContractDescription Description,
    ReferenceRule References,
    Action<IEndpointRouteBuilder> MapRoutes,
    Func<Failure, Exchange, Answer> Failed,
    Func<ExampleSubject, RequestExample> Example,
    Func<Customer, Exchange, CancellationToken, Task> PrepareLens,
    Func<Customer, Exchange, Answer> Lens)
{
    /// <summary>The entry of a contract.</summary>
    public static ContractEntry Of<TContract>()
        where TContract : IContract<TContract>, IShowOperation<TContract> =>
        new(
            TContract.Description,
            TContract.References,
            ContractRoutes<TContract>.Map,
            TContract.Failed,
            TContract.Example,
            TContract.PrepareAsync,
            TContract.Lens);
}
