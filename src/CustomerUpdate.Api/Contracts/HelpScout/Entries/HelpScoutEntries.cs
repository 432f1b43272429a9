using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Lists the entries of one collection.
/// https://developer.helpscout.com/mailbox-api/endpoints/customers/emails/list/ and its neighbours
/// </summary>
/// <typeparam name="TEntries">The collection.</typeparam>
internal sealed class HelpScoutEntries<TEntries> : IHelpScoutOperation<HelpScoutEntries<TEntries>>, IShowOperation<HelpScoutEntries<TEntries>>
    where TEntries : IEntryResource
{
    private static readonly EntryResource Resource = TEntries.Resource;

    public static string ShowSummary { get; } = $"List a customer's {Resource.Words}";

    public static RequestExample Example(ExampleSubject subject) => Resource.ExampleOf(HttpMethods.Get, subject, isEntry: false, hasBody: false);

    public static Answer Shown(Customer customer, Exchange exchange) => Answer.Of(
        StatusCodes.Status200OK,
        HelpScoutEntryList.Of(Resource, customer.Profile, HelpScoutLinks.Of(exchange, Resource.Name)),
        HelpScoutJson.Default.HelpScoutEntryList,
        HelpScoutContract.HalType).Label(HelpScoutHeaders.LogRefOf(exchange));

    /// <summary>Maps all routes of the collection.</summary>
    public static void MapRoutes(ContractRoutes<HelpScoutContract> routes)
    {
        routes.Show<HelpScoutEntries<TEntries>>(Resource.Route);
        routes.Update<HelpScoutCreateEntry<TEntries>, HelpScoutEntryRequest>(HttpMethods.Post, Resource.Route);
        routes.Show<HelpScoutShowEntry<TEntries>>(Resource.EntryRoute);
        routes.Update<HelpScoutUpdateEntry<TEntries>, HelpScoutEntryRequest>(HttpMethods.Put, Resource.EntryRoute);
        routes.Update<HelpScoutDeleteEntry<TEntries>, NoRequest>(HttpMethods.Delete, Resource.EntryRoute);
    }
}
