using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>Shows an entry of one collection, as its list has it. The vendor documents no such request: the links of its entries lead here.</summary>
/// <typeparam name="TEntries">The collection.</typeparam>
internal sealed class HelpScoutShowEntry<TEntries> : IHelpScoutOperation<HelpScoutShowEntry<TEntries>>, IShowOperation<HelpScoutShowEntry<TEntries>>
    where TEntries : IEntryResource
{
    private static readonly EntryResource Resource = TEntries.Resource;

    public static string ShowSummary { get; } = $"Show {Resource.Word}";

    public static RequestExample Example(ExampleSubject subject) => Resource.ExampleOf(HttpMethods.Get, subject, isEntry: true, hasBody: false);

    public static Answer Shown(Customer customer, Exchange exchange) => customer.Profile.List(Resource.Shape.Kind).Find(EntryId.Of(exchange)) is { } entry
        ? Answer.Of(
            StatusCodes.Status200OK,
            HelpScoutListedEntry.Of(Resource, entry, HelpScoutLinks.Of(exchange, Resource.Name)),
            HelpScoutJson.Default.HelpScoutListedEntry,
            HelpScoutContract.HalType).Label(HelpScoutHeaders.LogRefOf(exchange))
        : HelpScoutContract.Failed(Failure.Of(FailureKind.EntryNotFound), exchange);
}
