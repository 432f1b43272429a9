using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Trillet;

/// <summary>
/// Trillet: edit the customer of a conversation.
/// https://docs.trillet.ai/v1/api-reference/endpoints/conversations/editCustomerDetails
/// </summary>
internal sealed class TrilletContract
    : IContract<TrilletContract>, IUpdateOperation<TrilletContract, TrilletRequest>, IShowOperation<TrilletContract>
{
    /// <summary>The contract's name in keys and references.</summary>
    public const string Name = "trillet";

    private const string KeyHeader = "x-api-key";
    private const string WorkspaceHeader = "x-workspace-id";

    public static ContractDescription Description { get; } = new(
        Name,
        "Trillet",
        "A conversation's customer is edited with POST; what is sent is written, the rest is kept. Authorise with the headers x-api-key and x-workspace-id.",
        "https://docs.trillet.ai/v1/api-reference/endpoints/conversations/editCustomerDetails",
        ["/v1/api"],
        ReferenceForm.List)
    {
        KeyForm = KeyForm.Letters("", 40),
    };

    public static ValueList<BodyFormat> BodyFormats { get; } = [BodyFormat.Json("application/json")];

    public static JsonTypeInfo? BodyType => TrilletJson.Default.TrilletRequest;

    public static IValidator<TrilletRequest> Validator { get; } = new TrilletRequestValidator();

    public static IReadOnlySet<string> Writable { get; } = new HashSet<string> { "name", "email", "phone" };

    public static ReferenceRule References { get; } = ReferenceRule.Given;

    public static RequestExample Example(ExampleSubject subject) => new(
        HttpMethods.Post,
        $"/v1/api/conversations/{subject.Reference}/customer/edit",
        [new(KeyHeader, subject.Key), new(WorkspaceHeader, subject.WorkspaceId)],
        "application/json",
        """{ "name": "Alice", "email": "alice@example.com", "phone": "+1234567890" }""");

    public static RequestExample ShowExample(ExampleSubject subject) => new(
        HttpMethods.Get,
        $"/v1/api/conversations/{subject.Reference}",
        [new(KeyHeader, subject.Key), new(WorkspaceHeader, subject.WorkspaceId)]);

    public static void MapRoutes(ContractRoutes<TrilletContract> routes)
    {
        // A POST, although it is a partial update: Trillet documents no other verb.
        routes.Update<TrilletContract, TrilletRequest>(HttpMethods.Post, "/v1/api/conversations/{conversationId}/customer/edit");
        routes.Show<TrilletContract>("/v1/api/conversations/{conversationId}");
        routes.Read<TrilletConversations>(HttpMethods.Get, TrilletConversations.Path);
    }

    public static Credential ReadCredential(HttpRequest request) => new(Name, request.Headers[KeyHeader])
    {
        Tenant = new TenantName(TenantNameKind.Workspace, request.Headers[WorkspaceHeader]),
    };

    // Conversation ids are opaque: most are 24 hexadecimal digits, but the documents show others.
    public static Result<CustomerKey> Locate(Exchange exchange) =>
        CustomerKey.Reference(Name, exchange.Route("conversationId"));

    public static Result<TrilletRequest> Parse(RequestBody body) => TrilletRequest.Parse(body);

    public static ICustomerChange Map(TrilletRequest request, Exchange exchange) => TrilletMapping.ToChange(request);

    public static Answer Updated(Customer customer, TrilletRequest request, Exchange exchange) =>
        Answer.Of(StatusCodes.Status200OK, TrilletMapping.ToEdited(customer, exchange.Route("conversationId")), TrilletJson.Default.TrilletEdited);

    public static Answer Shown(Customer customer, Exchange exchange) =>
        Answer.Of(
            StatusCodes.Status200OK, TrilletMapping.ToConversation(customer, exchange.Route("conversationId")), TrilletJson.Default.TrilletConversation);

    // Several conversations may be a customer's, or none: the customer is the part that all of them show.
    public static Answer Lens(Customer customer, Exchange exchange) =>
        Answer.Of(StatusCodes.Status200OK, TrilletMapping.ToCustomer(customer), TrilletJson.Default.TrilletCustomer);

    public static Answer Failed(Failure failure, Exchange exchange) => TrilletErrors.ToAnswer(failure);
}
