using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Defines a property.
/// https://developer.helpscout.com/mailbox-api/endpoints/properties/create/
/// </summary>
internal sealed class HelpScoutCreateProperty
    : IHelpScoutOperation<HelpScoutCreateProperty>, IWriteOperation<HelpScoutCreateProperty, HelpScoutNewProperty, AttributeDefinition>
{
    /// <summary>The most properties that a company may have.</summary>
    public const int Maximum = 50;

    public static string Summary => "Define a property";

    public static ValueList<BodyFormat> BodyFormats => HelpScoutContract.ObjectFormats;

    public static JsonTypeInfo? BodyType => HelpScoutJson.Default.HelpScoutNewProperty;

    public static IValidator<HelpScoutNewProperty> Validator { get; } = new HelpScoutValidator<HelpScoutNewProperty>(request => request.Check());

    public static ValueList<FailureKind> Impossible =>
    [
        FailureKind.Forbidden, FailureKind.NotFound, FailureKind.EntryNotFound, FailureKind.PreconditionFailed, FailureKind.PreconditionRequired,
        FailureKind.OtpRejected,
    ];

    public static RequestExample Example(ExampleSubject subject) => new(
        HttpMethods.Post,
        HelpScoutListProperties.Route,
        [new("Authorization", $"Bearer {subject.Key}")],
        "application/json",
        """{ "type": "dropdown", "slug": "shirt-size", "name": "Shirt size", "options": [ { "label": "S" }, { "label": "M" }, { "label": "L" } ] }""");

    public static Result<HelpScoutNewProperty> Parse(RequestBody body) => HelpScoutObject.Parse(body, HelpScoutJson.Default.HelpScoutNewProperty);

    public static Task<Result<AttributeDefinition>> WriteAsync(
        ContractWrite<HelpScoutNewProperty, AttributeDefinition> write, CancellationToken cancellationToken) =>
        write.Exchange.Service<IAttributeDefinitions>().CreateAsync(
            write.Caller.Tenant.Id, HelpScoutMapping.Vendor, ToNew(write.Request.ToDefinition()), write.Terms, cancellationToken);

    public static Failure Restate(Failure failure, HelpScoutNewProperty request) => failure.Kind switch
    {
        FailureKind.Taken => HelpScoutProblem.Conflict("slug", "There already is a property with this slug"),
        FailureKind.Invalid => Failure.Invalid([HelpScoutProblem.OutOfRange("customer-properties", 0, Maximum, Maximum + 1)]),
        _ => failure,
    };

    public static Answer Done(AttributeDefinition result, HelpScoutNewProperty request, Exchange exchange) =>
        new Answer(StatusCodes.Status201Created)
            .With("Location", $"{exchange.Origin}{HelpScoutListProperties.Route}")
            .Label(HelpScoutHeaders.LogRefOf(exchange));

    public static AttributeDefinition Sample(HelpScoutNewProperty request, SampleRequest sample)
    {
        var definition = ToNew(request.ToDefinition());
        return new AttributeDefinition(Guid.Empty, definition.Key, definition.Name, definition.Type, definition.Options, sample.Customer.CreatedAt);
    }

    private static NewAttributeDefinition ToNew(PropertyDefinition definition) => new(definition.Slug, definition.Name, definition.Type)
    {
        Options = definition.Options is { } options ? JsonSerializer.Serialize([.. options], HelpScoutJson.Default.PropertyOptionArray) : null,
        Maximum = Maximum,
    };
}
