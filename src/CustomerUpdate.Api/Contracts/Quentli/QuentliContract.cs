using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>
/// Quentli: update a customer.
/// https://docs.quentli.com/api-guide/customers/update-customer
/// </summary>
internal sealed class QuentliContract
    : IContract<QuentliContract>, IUpdateOperation<QuentliContract, QuentliRequest>, IShowOperation<QuentliContract>
{
    /// <summary>The contract's name in keys, references and the customer's own corner.</summary>
    public const string Name = "quentli";

    /// <summary>Where the customers are.</summary>
    public const string Path = "/v1/customers";

    private const string CustomerPath = Path + "/{id}";

    public static ContractDescription Description { get; } = new(
        Name,
        "Quentli",
        "A customer is updated with PATCH; what is sent under input.data is written, the rest is kept. Authorise with Authorization: Bearer sk_...",
        "https://docs.quentli.com/api-guide/customers/update-customer",
        [Path],
        ReferenceForm.Text)
    {
        KeyForm = KeyForm.Letters("sk_", 43),
    };

    public static ValueList<BodyFormat> BodyFormats { get; } = [BodyFormat.Json("application/json")];

    public static JsonTypeInfo? BodyType => QuentliJson.Default.QuentliRequest;

    public static IValidator<QuentliRequest> Validator { get; } = new QuentliRequestValidator();

    public static IReadOnlySet<string> Writable { get; } = new HashSet<string>
    {
        "name", "username", "email", "phone", "secondaryPhone", "tags", "assigneeId", "customAttributes", "consent", "verification", "vendor",
        "password",
    };

    public static ReferenceRule References { get; } = ReferenceRule.Made(QuentliId.Make);

    public static RequestExample Example(ExampleSubject subject) => new(
        HttpMethods.Patch,
        $"{Path}/{subject.Reference}",
        [new("Authorization", $"Bearer {subject.Key}")],
        "application/json",
        QuentliExample.Body);

    public static void MapRoutes(ContractRoutes<QuentliContract> routes)
    {
        routes.Update<QuentliContract, QuentliRequest>(HttpMethods.Patch, CustomerPath);
        routes.Show<QuentliContract>(CustomerPath);
        routes.Create<QuentliCreate, QuentliCreateRequest>(Path);
        routes.Read<QuentliList>(HttpMethods.Get, Path);
    }

    public static Credential ReadCredential(HttpRequest request) => new(Name, BearerToken.Of(request));

    // Ids are opaque: the documents show cuids as well as prefixed ones.
    public static Result<CustomerKey> Locate(Exchange exchange) => CustomerKey.Reference(Name, exchange.Route("id"));

    public static Result<QuentliRequest> Parse(RequestBody body) => QuentliRequest.Parse(body);

    public static ICustomerChange Map(QuentliRequest request, Exchange exchange) => QuentliMapping.ToUpdate(request.Input.Value!.Data.Value!);

    // The field of the contract, else the header that all contracts have. A null field is no code.
    public static string? Otp(QuentliRequest request, Exchange exchange) =>
        request.Input.Value!.Otp.Or(null) ?? exchange.OneTimePassword;

    // An update answers with an envelope, a read with the bare customer.
    public static Answer Updated(Customer customer, QuentliRequest request, Exchange exchange) => Written(customer, exchange);

    /// <summary>The answer to a write.</summary>
    public static Answer Written(Customer customer, Exchange exchange) => Answer.Of(
        StatusCodes.Status200OK,
        new QuentliUpdated(QuentliMapping.ToCustomer(customer, exchange.Caller!.Tenant.OrganizationId)),
        QuentliJson.Default.QuentliUpdated);

    public static Answer Shown(Customer customer, Exchange exchange) => Answer.Of(
        StatusCodes.Status200OK,
        QuentliMapping.ToCustomer(customer, exchange.Caller!.Tenant.OrganizationId),
        QuentliJson.Default.QuentliCustomer);

    // "Returns null if the customer does not exist": no error, but JSON's null.
    public static Answer NotShown(Failure failure, Exchange exchange) =>
        new(StatusCodes.Status200OK) { ContentType = Answer.Json, Body = "null"u8.ToArray() };

    public static Answer Failed(Failure failure, Exchange exchange) => QuentliErrors.ToAnswer(failure);
}
