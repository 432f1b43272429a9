namespace CustomerUpdate.Api.Http;

/// <summary>
/// A vendor's contract: what holds for all of its operations, and which routes it has (docs/adr/0003-static-abstract-seam-and-catalog.md).
/// </summary>
/// <typeparam name="TSelf">The contract itself.</typeparam>
internal interface IContract<TSelf> : IOperation<TSelf>
    where TSelf : IContract<TSelf>
{
    /// <summary>How its ids for customers come to be.</summary>
    static abstract ReferenceRule References { get; }

    /// <summary>Maps the contract's routes.</summary>
    static abstract void MapRoutes(ContractRoutes<TSelf> routes);
}
