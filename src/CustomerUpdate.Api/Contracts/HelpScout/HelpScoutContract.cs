using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Help Scout: update a customer, and show one.
/// https://developer.helpscout.com/mailbox-api/endpoints/customers/update/
/// https://developer.helpscout.com/mailbox-api/endpoints/customers/get/
/// </summary>
internal sealed class HelpScoutContract
    : IContract<HelpScoutContract>, IUpdateOperation<HelpScoutContract, HelpScoutRequest>, IShowOperation<HelpScoutContract>
{
    public const string CustomerRoute = "/v2/customers/{customerId}";

    // As the live service spells it, down to the missing space.
    public const string HalType = "application/hal+json;charset=UTF-8";

    private const string CustomersRoute = "/v2/customers";

    public static ContractDescription Description { get; } = new(
        HelpScoutMapping.Vendor,
        "Help Scout",
        "A customer is updated with PATCH and an array of operations, all of which apply or none. Authorise with the header Authorization: Bearer <token>.",
        "https://developer.helpscout.com/mailbox-api/endpoints/customers/update/",
        ["/v2"],
        ReferenceForm.Number)
    {
        KeyForm = KeyForm.Letters("", 43),
        HasTokenEndpoint = true,
        Rates = HelpScoutRates.Rules,
    };

    // The second is RFC 6902's own name for such bodies, which some clients send.
    public static ValueList<BodyFormat> BodyFormats { get; } = [BodyFormat.Json("application/json", "application/json-patch+json")];

    // Of bodies that are one object.
    public static ValueList<BodyFormat> ObjectFormats { get; } = [BodyFormat.Json("application/json")];

    public static ValueList<string> OtherMediaTypes { get; } = ["application/json-patch+json"];

    public static JsonTypeInfo? BodyType => HelpScoutJson.Default.OptionalHelpScoutOperationArray;

    public static IValidator<HelpScoutRequest> Validator { get; } = new HelpScoutRequestValidator();

    public static IReadOnlySet<string> Writable { get; } = new HashSet<string>
    {
        "firstName", "lastName", "jobTitle", "location", "organization", "photoUrl", "photoType", "background", "age", "gender",
        "address", "emails", "phones", "chats", "socialProfiles", "websites",
    };

    public static ReferenceRule References { get; } = ReferenceRule.Counted;

    public static RequestExample Example(ExampleSubject subject) => new(
        HttpMethods.Patch,
        $"/v2/customers/{subject.Reference}",
        [new("Authorization", $"Bearer {subject.Key}")],
        "application/json",
        """[ { "op" : "replace", "path" : "/firstName", "value" : "Karl" } ]""");

    public static void MapRoutes(ContractRoutes<HelpScoutContract> routes)
    {
        routes.Update<HelpScoutContract, HelpScoutRequest>(HttpMethods.Patch, CustomerRoute);
        routes.Show<HelpScoutContract>(CustomerRoute);
        routes.Open<HelpScoutTokens>(HttpMethods.Post, "/v2/oauth2/token");
        routes.Read<HelpScoutList>(HttpMethods.Get, CustomersRoute);
        routes.Create<HelpScoutCreate, HelpScoutNewCustomer>(CustomersRoute);
        routes.Update<HelpScoutOverwrite, HelpScoutOverwriteRequest>(HttpMethods.Put, CustomerRoute);
        routes.Erase<HelpScoutErase>(CustomerRoute);

        // The vendor's summary for language models writes the path with an underscore, its reference with a hyphen.
        routes.AlsoSpelled("/social-profiles", "/social_profiles");
        HelpScoutEntries<EmailEntries>.MapRoutes(routes);
        HelpScoutEntries<PhoneEntries>.MapRoutes(routes);
        HelpScoutEntries<ChatEntries>.MapRoutes(routes);
        HelpScoutEntries<SocialProfileEntries>.MapRoutes(routes);
        HelpScoutEntries<WebsiteEntries>.MapRoutes(routes);
        AddressRoute.Map(routes);

        routes.Update<HelpScoutProperties, HelpScoutRequest>(HttpMethods.Patch, HelpScoutProperties.Route);
        routes.Update<HelpScoutProperties, HelpScoutRequest>(HttpMethods.Put, HelpScoutProperties.Route); // what one of the vendor's clients sends
        routes.Read<HelpScoutListProperties>(HttpMethods.Get, HelpScoutListProperties.Route);
        routes.Write<HelpScoutCreateProperty, HelpScoutNewProperty, AttributeDefinition>(HttpMethods.Post, HelpScoutListProperties.Route);
    }

    public static Credential ReadCredential(HttpRequest request) => new(HelpScoutMapping.Vendor, BearerToken.Of(request));

    // Only the number as it is written counts: 007 is nobody, not 7. What is no number at all is nobody either.
    public static Result<CustomerKey> Locate(Exchange exchange)
    {
        var id = exchange.Route("customerId");
        return long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0 && number.ToString(CultureInfo.InvariantCulture) == id
            ? CustomerKey.Reference(HelpScoutMapping.Vendor, id)
            : Failure.Of(FailureKind.NotFound);
    }

    public static Result<HelpScoutRequest> Parse(RequestBody body) => HelpScoutRequest.Parse(body);

    // The commit names the entries that are missing where nothing else is wrong. Where something is, they are named beside it.
    public static async Task<ValueList<Problem>> JudgeAsync(
        HelpScoutRequest request, ValueList<Problem> broken, Exchange exchange, CancellationToken cancellationToken)
    {
        if (broken.Count == 0 || !HelpScoutRequestValidator.NamesEntries(request) || Locate(exchange).TryFailure(out var key, out _))
        {
            return broken;
        }

        var customer = await exchange.Service<ICustomerReads>().FindAsync(exchange.Caller!.Tenant.Id, key, cancellationToken);
        return customer is null ? broken : KnownEmails.Without(HelpScoutRequestValidator.Check(request, customer.Profile), customer.Profile);
    }

    public static ICustomerChange Map(HelpScoutRequest request, Exchange exchange) => HelpScoutMapping.ToChange(request);

    public static Failure Restate(Failure failure, HelpScoutRequest request) => HelpScoutMapping.Restate(failure, request);

    public static Answer Updated(Customer customer, HelpScoutRequest request, Exchange exchange) =>
        new Answer(StatusCodes.Status204NoContent).Label(HelpScoutHeaders.LogRefOf(exchange));

    public static Task PrepareAsync(Customer customer, Exchange exchange, CancellationToken cancellationToken) =>
        customer.Profile.CustomAttributes.Count == 0 ? Task.CompletedTask : PropertyDefinitions.ReadAsync(exchange, cancellationToken);

    public static Answer Shown(Customer customer, Exchange exchange) => Answer.Of(
        StatusCodes.Status200OK,
        HelpScoutMapping.ToCustomer(customer, exchange.Origin, PropertyDefinitions.Of(exchange)),
        HelpScoutJson.Default.HelpScoutCustomer,
        HalType).Label(HelpScoutHeaders.LogRefOf(exchange));

    public static Answer Failed(Failure failure, Exchange exchange) => Failed(failure, exchange, HelpScoutRequest.WholeBody);

    /// <summary>The vendor's status and words for a failure of a request whose body has a name in errors.</summary>
    public static Answer Failed(Failure failure, Exchange exchange, string wholeBody)
    {
        var logRef = HelpScoutHeaders.LogRefOf(exchange);
        return HelpScoutErrors.ToAnswer(failure, logRef, wholeBody).Label(logRef).WithVendorsRetryAfter(failure);
    }
}
