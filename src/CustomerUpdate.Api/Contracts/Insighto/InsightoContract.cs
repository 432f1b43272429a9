using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>
/// Insighto: update a contact by id. The vendor's server is FastAPI with Pydantic v2, whose habits are part of the contract.
/// https://docs.insighto.ai/api-reference/contact/update-contact-by-id
/// </summary>
internal sealed class InsightoContract
    : IContract<InsightoContract>, IUpdateOperation<InsightoContract, InsightoRequest>, IShowOperation<InsightoContract>
{
    private const string ContactId = "contact_id";
    private const string Root = "/api/v1";
    private const string Contacts = $"{Root}/contact";
    private const string Contact = $"{Contacts}/{{{ContactId}}}";

    public static ContractDescription Description { get; } = new(
        InsightoMapping.Contract,
        "Insighto",
        "A contact is updated with PUT; what is sent is written (objects whole), the rest is kept. Authorise with the query parameter api_key.",
        "https://docs.insighto.ai/api-reference/contact/update-contact-by-id",
        [Root],
        ReferenceForm.Text)
    {
        KeyForm = KeyForm.Bytes("in-", 32),
        AnswersHead = false, // FastAPI's routes have the methods they name
    };

    // FastAPI parses a body before it runs the dependency that looks at the key.
    public static ValueList<Stage> Order => [Stage.Body, Stage.Credential, Stage.Validation];

    public static ValueList<BodyFormat> BodyFormats => InsightoBodies.Formats;

    public static JsonTypeInfo? BodyType => InsightoJson.Default.InsightoRequest;

    public static IValidator<InsightoRequest> Validator { get; } = new InsightoRequestValidator();

    public static IReadOnlySet<string> Writable { get; } = new HashSet<string>
    {
        "firstName", "lastName", "email", "channels", "profileAttributes", "customAttributes", "lastSeenAt", "vendor",
    };

    public static ReferenceRule References { get; } = ReferenceRule.Made(() => PydanticUuid.Write(Guid.NewGuid())) with
    {
        Read = id => PydanticUuid.TryParse(id, out var uuid) ? PydanticUuid.Write(uuid) : null,
    };

    public static RequestExample Example(ExampleSubject subject) => new(
        HttpMethods.Put,
        $"/api/v1/contact/{subject.Reference}?{InsightoCredential.Parameter}={subject.Key}",
        [],
        "application/json",
        InsightoExample.Body(subject.OrganizationId));

    public static void MapRoutes(ContractRoutes<InsightoContract> routes)
    {
        routes.Redirect(InsightoTrailingSlash.Redirect);
        routes.PreferMethods();
        routes.ReadAt<InsightoContactList>(HttpMethods.Get, Contacts, $"{Contacts}/list");
        routes.Create<InsightoContactCreation, InsightoRequest>(Contacts);
        routes.Write<InsightoUpsert, InsightoUpsertRequest, InsightoUpserted>(HttpMethods.Post, $"{Contacts}/upsert");
        routes.Write<InsightoDeletion, InsightoContactIds, int>(HttpMethods.Delete, $"{Contacts}/multiple");
        routes.Update<InsightoContract, InsightoRequest>(HttpMethods.Put, Contact);
        routes.Show<InsightoContract>(Contact);
        routes.Erase<InsightoContactDeletion>(Contact);
        routes.Write<InsightoCustomFieldCreation, InsightoCustomFieldRequest, AttributeDefinition>(HttpMethods.Post, InsightoCustomFields.Path);
        routes.Read<InsightoCustomFieldList>(HttpMethods.Get, $"{InsightoCustomFields.Path}/list");
        routes.Write<InsightoCustomFieldDeletion, NoRequest, AttributeDefinition>(
            HttpMethods.Delete, $"{InsightoCustomFields.Path}/{{{InsightoCustomFields.Id}}}");
    }

    public static Credential ReadCredential(HttpRequest request) => new(InsightoMapping.Contract, InsightoCredential.Read(request));

    public static Result<CustomerKey> Locate(Exchange exchange) => PydanticUuid.TryParse(exchange.Route(ContactId), out var id)
        ? CustomerKey.Reference(InsightoMapping.Contract, PydanticUuid.Write(id))
        : Failure.Invalid([InsightoProblem.OfPath(ContactId, exchange.Route(ContactId))]);

    public static Result<InsightoRequest> Parse(RequestBody body) => InsightoRequest.Parse(body);

    public static ICustomerChange Map(InsightoRequest request, Exchange exchange) => InsightoMapping.ToUpdate(request);

    public static Answer Updated(Customer customer, InsightoRequest request, Exchange exchange) =>
        InsightoAnswer.OfContact("Data updated successfully", InsightoMapping.ToContact(customer, exchange.Caller!.Tenant.OrganizationId));

    public static Answer Shown(Customer customer, Exchange exchange) =>
        InsightoAnswer.OfContact("Data got successfully", InsightoMapping.ToItem(customer, exchange.Caller!.Tenant.OrganizationId));

    public static Answer Failed(Failure failure, Exchange exchange) =>
        InsightoErrors.ToAnswer(failure, exchange.Route(ContactId), InsightoCredential.Read(exchange.Request));
}
