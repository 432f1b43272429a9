using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Takes a customer's address away.
/// https://developer.helpscout.com/mailbox-api/endpoints/customers/address/delete/
/// </summary>
internal sealed class HelpScoutDeleteAddress : IHelpScoutOperation<HelpScoutDeleteAddress>, IBodilessUpdateOperation<HelpScoutDeleteAddress>
{
    public static string Summary => "Delete an address";

    public static ValueList<FailureKind> Impossible =>
        [FailureKind.UnsupportedMediaType, FailureKind.TooLarge, FailureKind.Malformed, FailureKind.Taken];

    public static IReadOnlySet<string> Writable => AddressRoute.Writable;

    public static RequestExample Example(ExampleSubject subject) => AddressRoute.Example(HttpMethods.Delete, subject, hasBody: false);

    public static ICustomerChange Map(NoRequest request, Exchange exchange) =>
        new GuardedChange(AddressRoute.Write(null), stored => stored.Address is null ? AddressRoute.None : null);

    public static Answer Updated(Customer customer, NoRequest request, Exchange exchange) =>
        new Answer(StatusCodes.Status204NoContent).Label(HelpScoutHeaders.LogRefOf(exchange));
}
