using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Gives an address to a customer who has none.
/// https://developer.helpscout.com/mailbox-api/endpoints/customers/address/create/
/// </summary>
internal sealed class HelpScoutCreateAddress
    : IHelpScoutOperation<HelpScoutCreateAddress>, IUpdateOperation<HelpScoutCreateAddress, HelpScoutAddressRequest>
{
    public static string Summary => "Add an address";

    public static ValueList<BodyFormat> BodyFormats => HelpScoutContract.ObjectFormats;

    public static JsonTypeInfo? BodyType => HelpScoutJson.Default.HelpScoutAddressRequest;

    public static IValidator<HelpScoutAddressRequest> Validator => AddressRoute.Validator;

    public static ValueList<FailureKind> Impossible => [FailureKind.EntryNotFound];

    public static IReadOnlySet<string> Writable => AddressRoute.Writable;

    public static RequestExample Example(ExampleSubject subject) => AddressRoute.Example(HttpMethods.Post, subject, hasBody: true);

    public static Result<HelpScoutAddressRequest> Parse(RequestBody body) =>
        HelpScoutObject.Parse(body, HelpScoutJson.Default.HelpScoutAddressRequest);

    public static ICustomerChange Map(HelpScoutAddressRequest request, Exchange exchange) => new GuardedChange(
        AddressRoute.Write(request.ToAddress()),
        stored => stored.Address is null ? null : HelpScoutProblem.Conflict(AddressRoute.Name, "The customer already has an address"));

    public static Answer Updated(Customer customer, HelpScoutAddressRequest request, Exchange exchange) =>
        new Answer(StatusCodes.Status201Created)
            .With("Location", HelpScoutLinks.Of(exchange, AddressRoute.Name))
            .Label(HelpScoutHeaders.LogRefOf(exchange));

    // The demo customer has an address already.
    public static UpdatedCustomer Sample(HelpScoutAddressRequest request, SampleRequest sample) =>
        new(sample.Update(AddressRoute.Write(request.ToAddress())), []);
}
