using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Takes an entry of one collection away.
/// https://developer.helpscout.com/mailbox-api/endpoints/customers/emails/delete/ and its neighbours
/// </summary>
/// <typeparam name="TEntries">The collection.</typeparam>
internal sealed class HelpScoutDeleteEntry<TEntries>
    : IHelpScoutOperation<HelpScoutDeleteEntry<TEntries>>, IBodilessUpdateOperation<HelpScoutDeleteEntry<TEntries>>
    where TEntries : IEntryResource
{
    private static readonly EntryResource Resource = TEntries.Resource;

    public static string Summary { get; } = $"Delete {Resource.Word}";

    public static ValueList<FailureKind> Impossible => [FailureKind.UnsupportedMediaType, FailureKind.TooLarge, FailureKind.Malformed];

    public static IReadOnlySet<string> Writable => Resource.Writable;

    public static RequestExample Example(ExampleSubject subject) => Resource.ExampleOf(HttpMethods.Delete, subject, isEntry: true, hasBody: false);

    public static ICustomerChange Map(NoRequest request, Exchange exchange) =>
        new CustomerChange { Entries = [new EntryEdit.Remove(Resource.Shape.Kind, EntryId.Of(exchange))] };

    public static Failure Restate(Failure failure, NoRequest request) => HelpScoutMapping.RestateValues(failure);

    public static Answer Updated(Customer customer, NoRequest request, Exchange exchange) =>
        new Answer(StatusCodes.Status204NoContent).Label(HelpScoutHeaders.LogRefOf(exchange));
}
