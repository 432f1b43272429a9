using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Makes a customer.
/// https://developer.helpscout.com/mailbox-api/endpoints/customers/create/
/// </summary>
internal sealed class HelpScoutCreate : IHelpScoutOperation<HelpScoutCreate>, ICreateOperation<HelpScoutCreate, HelpScoutNewCustomer>
{
    public static ValueList<BodyFormat> BodyFormats => HelpScoutContract.ObjectFormats;

    public static JsonTypeInfo? BodyType => HelpScoutJson.Default.HelpScoutNewCustomer;

    public static IValidator<HelpScoutNewCustomer> Validator { get; } = new HelpScoutValidator<HelpScoutNewCustomer>(request => NewCustomerRules.Check(request, definitions: null));

    public static IReadOnlySet<string> Writable { get; } =
        FieldRules.Written.Concat(["emails", "phones", "chats", "socialProfiles", "websites", "address", "customAttributes"]).ToHashSet();

    // Without an e-mail address, which only one customer can have: it works as often as it is sent.
    public static RequestExample Example(ExampleSubject subject) => new(
        HttpMethods.Post,
        "/v2/customers",
        [new("Authorization", $"Bearer {subject.Key}")],
        "application/json",
        """
        { "firstName": "Vernon", "lastName": "Bear", "photoUrl": "https://example.com/vernon.png", "photoType": "twitter",
          "jobTitle": "CEO and Co-Founder", "location": "Greater Dallas/FT Worth Area", "background": "I've worked with Vernon before.",
          "age": "30-35", "gender": "Male", "organization": "Acme, Inc",
          "phones": [ { "type": "work", "value": "800-555-1212" } ],
          "chats": [ { "type": "aim", "value": "jsprout" } ],
          "socialProfiles": [ { "type": "twitter", "value": "https://twitter.com/vernonbear" } ],
          "websites": [ { "value": "https://acme.example" } ],
          "address": { "city": "Dallas", "state": "TX", "postalCode": "74206", "country": "US", "lines": [ "123 West Main St", "Suite 123" ] } }
        """);

    public static Result<HelpScoutNewCustomer> Parse(RequestBody body) => HelpScoutObject.Parse(body, HelpScoutJson.Default.HelpScoutNewCustomer);

    // What is right for a property depends on the tenant's definitions.
    public static async Task<ValueList<Problem>> JudgeAsync(
        HelpScoutNewCustomer request, ValueList<Problem> broken, Exchange exchange, CancellationToken cancellationToken) =>
        request.Properties.Or(null) is { Length: > 0 }
            ? NewCustomerRules.Check(request, await PropertyDefinitions.ReadAsync(exchange, cancellationToken))
            : broken;

    public static ICustomerChange Map(HelpScoutNewCustomer request, Exchange exchange) => NewCustomerMapping.ToChange(request, PropertyDefinitions.Of(exchange));

    // The vendor documents either header; its PHP client reads the first, a Ruby one the second.
    public static Answer Created(Customer customer, HelpScoutNewCustomer request, Exchange exchange)
    {
        var id = customer.Profile.ReferenceOf(HelpScoutMapping.Vendor)!;
        return new Answer(StatusCodes.Status201Created)
            .With("Resource-ID", id)
            .With("Location", $"{exchange.Origin}/v2/customers/{id}")
            .Label(HelpScoutHeaders.LogRefOf(exchange));
    }
}
