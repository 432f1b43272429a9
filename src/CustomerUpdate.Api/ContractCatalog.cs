using CustomerUpdate.Api.Contracts.Chatwoot;
using CustomerUpdate.Api.Contracts.HelpScout;
using CustomerUpdate.Api.Contracts.Insighto;
using CustomerUpdate.Api.Contracts.Quentli;
using CustomerUpdate.Api.Contracts.Trillet;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api;

/// <summary>
/// The contracts that this host speaks: the only place that names their types. A sixth is one line more. As data, vendors are named in the demo
/// tenant and in the hub's own contract too; docs/adding-a-contract.md lists where.
/// </summary>
internal static class ContractCatalog
{
    /// <summary>All contracts, in the order in which they are shown.</summary>
    public static ValueList<ContractEntry> All { get; } =
    [
        ContractEntry.Of<TrilletContract>(),
        ContractEntry.Of<QuentliContract>(),
        ContractEntry.Of<HelpScoutContract>(),
        ContractEntry.Of<ChatwootContract>(),
        ContractEntry.Of<InsightoContract>(),
    ];

    /// <summary>Where the contracts' ids for new customers come from.</summary>
    public static ReferenceSources References { get; } =
        new([.. All.Select(entry => entry.References.SourceFor(entry.Description.Name)).OfType<ReferenceSource>()]);
}
