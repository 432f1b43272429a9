using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// Chatwoot: update a contact of an account. https://developers.chatwoot.com/api-reference/contacts/update-contact
/// </summary>
internal sealed class ChatwootContract
    : IContract<ChatwootContract>, IUpdateOperation<ChatwootContract, ChatwootRequest>, IShowOperation<ChatwootContract>
{
    /// <summary>The contract's name in keys, references and the bag of what only it knows.</summary>
    public const string Name = "chatwoot";

    /// <summary>The path under which all accounts are.</summary>
    public const string Accounts = "/api/v1/accounts";

    /// <summary>The header that holds the token.</summary>
    public const string TokenHeader = "api_access_token";

    private const string Account = Accounts + "/{account_id}";
    private const string Contacts = Account + "/contacts";
    private const string Contact = Contacts + "/{id}";

    public static ContractDescription Description { get; } = new(
        Name,
        "Chatwoot",
        "A contact is updated with PUT or PATCH, which both keep what is not sent. Authorise with the header api_access_token.",
        "https://developers.chatwoot.com/api-reference/contacts/update-contact",
        [Accounts],
        ReferenceForm.Number)
    {
        KeyForm = KeyForm.Letters("", 24),
    };

    // An unknown contact is said before a bad one.
    public static ValueList<Stage> Order { get; } = [Stage.Credential, Stage.Body, Stage.Customer, Stage.Validation];

    public static ValueList<BodyFormat> BodyFormats => ChatwootBodies.FormatsWithPicture;

    public static ValueList<string> OtherMediaTypes { get; } = ["application/x-www-form-urlencoded", "multipart/form-data"];

    public static JsonTypeInfo? BodyType => ChatwootJson.Default.ChatwootRequest;

    public static IValidator<ChatwootRequest> Validator { get; } = new ChatwootRequestValidator();

    public static IReadOnlySet<string> Writable { get; } = new HashSet<string>
    {
        "name", "identifier", "email", "phone", "blocked", "photoUrl", "customAttributes", "profileAttributes",
    };

    public static ReferenceRule References { get; } = ReferenceRule.Counted;

    public static RequestExample Example(ExampleSubject subject) => new(
        HttpMethods.Put,
        $"{Accounts}/{subject.AccountId}/contacts/{subject.Reference}",
        [new(TokenHeader, subject.Key)],
        "application/json",
        """
        {
          "name": "Alice Example",
          "email": "alice@example.com",
          "phone_number": "+12025550123",
          "avatar_url": "https://example.com/avatar.png",
          "identifier": "crm-4711",
          "custom_attributes": {}
        }
        """);

    /// <summary>An example of a request without a body.</summary>
    public static RequestExample Get(string path, ExampleSubject subject) => new(HttpMethods.Get, path, [new(TokenHeader, subject.Key)]);

    public static void MapRoutes(ContractRoutes<ChatwootContract> routes)
    {
        routes.AlsoEnding(".json"); // Rails lets any path end so
        routes.Update<ChatwootContract, ChatwootRequest>(HttpMethods.Put, Contact);
        routes.Update<ChatwootContract, ChatwootRequest>(HttpMethods.Patch, Contact); // what is not sent is kept by either
        routes.Show<ChatwootContract>(Contact);

        routes.PreferMethods(); // GET …/contacts/filter is, as in Rails, a contact of that name
        routes.Read<ChatwootList>(HttpMethods.Get, Contacts);
        routes.Read<ChatwootSearch>(HttpMethods.Get, Contacts + "/search");
        routes.Read<ChatwootFilter>(HttpMethods.Post, Contacts + "/filter");
        routes.Read<ChatwootActive>(HttpMethods.Get, Contacts + "/active");
        routes.NotOffered<ChatwootTransfer>(HttpMethods.Post, Contacts + "/import");
        routes.NotOffered<ChatwootTransfer>(HttpMethods.Post, Contacts + "/export");
        routes.Write<ChatwootCreate, ChatwootNewContact, CreatedContact>(HttpMethods.Post, Contacts);
        routes.Erase<ChatwootErase>(Contact);
        routes.Update<ChatwootDestroyAttributes, ChatwootAttributeKeys>(HttpMethods.Post, Contact + "/destroy_custom_attributes");
        routes.Update<ChatwootRemoveAvatar, NoRequest>(HttpMethods.Delete, Contact + "/avatar");
        routes.Show<ChatwootLabels>(Contact + "/labels");
        routes.Update<ChatwootReplaceLabels, ChatwootNewLabels>(HttpMethods.Post, Contact + "/labels");
        routes.Show<ChatwootConversations>(Contact + "/conversations");
        routes.Write<ChatwootMerge, ChatwootMergeRequest, UpdatedCustomer>(HttpMethods.Post, Account + "/actions/contact_merge");
        routes.Write<ChatwootJoinInbox, ChatwootNewContactInbox, JoinedInbox>(HttpMethods.Post, Contact + "/contact_inboxes");
        routes.Read<ChatwootContactable>(HttpMethods.Get, Contact + "/contactable_inboxes");
    }

    public static Credential ReadCredential(HttpRequest request) => new(Name, ChatwootToken.Find(request.Headers))
    {
        Tenant = new TenantName(TenantNameKind.Account, request.RouteValues["account_id"] as string),
    };

    public static Result<CustomerKey> Locate(Exchange exchange) => ContactId.TryParse(exchange.Route("id"), out var id)
        ? CustomerKey.Reference(Name, id)
        : Failure.Of(FailureKind.NotFound);

    public static Result<ChatwootRequest> Parse(RequestBody body) => ChatwootRequest.Parse(body);

    public static Task<ValueList<Problem>> JudgeAsync(
        ChatwootRequest request, ValueList<Problem> broken, Exchange exchange, CancellationToken cancellationToken) =>
        TakenBesideInvalid.AddAsync(request, broken, exchange, cancellationToken);

    public static ICustomerChange Map(ChatwootRequest request, Exchange exchange) => PictureUpload.Of(request, exchange);

    public static Answer Updated(Customer customer, ChatwootRequest request, Exchange exchange) =>
        Answer.Of(StatusCodes.Status200OK, ChatwootMapping.ToUpdated(customer, request), ChatwootJson.Default.ChatwootUpdated);

    public static Answer Shown(Customer customer, Exchange exchange) => ChatwootBodies.ReadQuery(exchange.Request).Match(
        query => Answer.Of(
            StatusCodes.Status200OK, ChatwootMapping.ToShown(customer, ChatwootRequest.Parse(query)), ChatwootJson.Default.ChatwootShown),
        ChatwootErrors.ToAnswer);

    public static Answer Failed(Failure failure, Exchange exchange) => ChatwootErrors.ToAnswer(failure);
}
