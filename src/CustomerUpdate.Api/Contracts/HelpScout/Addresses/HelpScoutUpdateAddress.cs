using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Writes a customer's whole address, whether or not there is one.
/// https://developer.helpscout.com/mailbox-api/endpoints/customers/address/update/
/// </summary>
internal sealed class HelpScoutUpdateAddress
    : IHelpScoutOperation<HelpScoutUpdateAddress>, IUpdateOperation<HelpScoutUpdateAddress, HelpScoutAddressRequest>
{
    public static string Summary => "Update an address";

    public static ValueList<BodyFormat> BodyFormats => HelpScoutContract.ObjectFormats;

    public static JsonTypeInfo? BodyType => HelpScoutJson.Default.HelpScoutAddressRequest;

    public static IValidator<HelpScoutAddressRequest> Validator => AddressRoute.Validator;

    public static ValueList<FailureKind> Impossible => [FailureKind.EntryNotFound, FailureKind.Taken];

    public static IReadOnlySet<string> Writable => AddressRoute.Writable;

    public static RequestExample Example(ExampleSubject subject) => AddressRoute.Example(HttpMethods.Put, subject, hasBody: true);

    public static Result<HelpScoutAddressRequest> Parse(RequestBody body) =>
        HelpScoutObject.Parse(body, HelpScoutJson.Default.HelpScoutAddressRequest);

    public static ICustomerChange Map(HelpScoutAddressRequest request, Exchange exchange) => AddressRoute.Write(request.ToAddress());

    public static Answer Updated(Customer customer, HelpScoutAddressRequest request, Exchange exchange) =>
        new Answer(StatusCodes.Status204NoContent).Label(HelpScoutHeaders.LogRefOf(exchange));
}
