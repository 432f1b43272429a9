using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Updates a customer's properties.
/// https://developer.helpscout.com/mailbox-api/endpoints/properties/update/
/// </summary>
internal sealed class HelpScoutProperties : IHelpScoutOperation<HelpScoutProperties>, IUpdateOperation<HelpScoutProperties, HelpScoutRequest>
{
    /// <summary>The path.</summary>
    public const string Route = $"{HelpScoutContract.CustomerRoute}/properties";

    public static string Summary => "Update a customer's properties";

    public static string WholeBody => HelpScoutRequest.WholeBody;

    public static ValueList<BodyFormat> BodyFormats => HelpScoutContract.BodyFormats;

    public static ValueList<string> OtherMediaTypes => HelpScoutContract.OtherMediaTypes;

    public static JsonTypeInfo? BodyType => HelpScoutContract.BodyType;

    // What is right depends on the tenant's definitions, so that all of it is judged once they are read.
    public static IValidator<HelpScoutRequest> Validator { get; } = new InlineValidator<HelpScoutRequest>();

    public static ValueList<FailureKind> Impossible => [FailureKind.EntryNotFound, FailureKind.Taken];

    public static IReadOnlySet<string> Writable { get; } = new HashSet<string> { "customAttributes" };

    public static RequestExample Example(ExampleSubject subject) => new(
        HttpMethods.Patch,
        $"/v2/customers/{subject.Reference}/properties",
        [new("Authorization", $"Bearer {subject.Key}")],
        "application/json",
        """[ { "op" : "replace", "path" : "/plan", "value" : "basic" } ]""");

    public static Result<HelpScoutRequest> Parse(RequestBody body) => HelpScoutRequest.Parse(body);

    public static async Task<Result<UpdatedCustomer>> WriteAsync(
        ContractWrite<HelpScoutRequest, UpdatedCustomer> write, CancellationToken cancellationToken)
    {
        var definitions = await PropertyDefinitions.ReadAsync(write.Exchange, cancellationToken);
        var problems = PropertyPatch.Check(write.Request, definitions).ToValueList();
        return problems.Count > 0
            ? Failure.Invalid(problems)
            : await write.UpdateAsync(Map(write.Request, write.Exchange), write.Exchange.OneTimePassword, Writable, cancellationToken);
    }

    public static ICustomerChange Map(HelpScoutRequest request, Exchange exchange) => new CustomerChange
    {
        CustomAttributes = PropertyPatch.ToEdit(request, PropertyDefinitions.Of(exchange)),
    };

    public static Answer Updated(Customer customer, HelpScoutRequest request, Exchange exchange) =>
        new Answer(StatusCodes.Status204NoContent).Label(HelpScoutHeaders.LogRefOf(exchange));
}
