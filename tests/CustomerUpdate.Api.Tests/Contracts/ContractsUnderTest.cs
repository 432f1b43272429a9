using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Contracts.Chatwoot;
using CustomerUpdate.Api.Tests.Contracts.HelpScout;
using CustomerUpdate.Api.Tests.Contracts.Insighto;
using CustomerUpdate.Api.Tests.Contracts.Quentli;
using CustomerUpdate.Api.Tests.Contracts.Trillet;

namespace CustomerUpdate.Api.Tests.Contracts;

/// <summary>How each contract speaks, for tests that are about all of them.</summary>
internal static class ContractsUnderTest
{
    /// <summary>All contracts, in the catalog's order.</summary>
    public static IReadOnlyList<ContractUnderTest> All { get; } =
    [
        new TrilletUnderTest(),
        new QuentliUnderTest(),
        new HelpScoutUnderTest(),
        new ChatwootUnderTest(),
        new InsightoUnderTest(),
    ];
}
