using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// Creates a contact, and with an inbox's id its place in that inbox: both or neither. https://developers.chatwoot.com/api-reference/contacts/create-contact
/// </summary>
internal sealed class ChatwootCreate : IChatwootOperation<ChatwootCreate>, IWriteOperation<ChatwootCreate, ChatwootNewContact, CreatedContact>
{
    private static readonly HashSet<string> Writable = [.. ChatwootContract.Writable, .. InboxMembership.Writable];

    public static string Summary => "Create a contact";

    public static ValueList<BodyFormat> BodyFormats => ChatwootBodies.FormatsWithPicture;

    public static JsonTypeInfo? BodyType => ChatwootJson.Default.ChatwootNewContact;

    public static ValueList<string> OtherMediaTypes => ChatwootContract.OtherMediaTypes;

    public static ValueList<FailureKind> Impossible =>
    [
        FailureKind.EntryNotFound, FailureKind.PreconditionFailed, FailureKind.PreconditionRequired, FailureKind.OtpRejected,
    ];

    public static IValidator<ChatwootNewContact> Validator { get; } = new ChatwootRequestValidator();

    public static RequestExample Example(ExampleSubject subject) => ChatwootExamples.OfAccount(
        HttpMethods.Post,
        subject,
        "/contacts",
        """
        {
          "name": "Bob Example",
          "email": "bob@example.com",
          "phone_number": "+12025550177",
          "identifier": "crm-4712",
          "inbox_id": 1,
          "custom_attributes": { "plan": "gold" }
        }
        """);

    public static Result<ChatwootNewContact> Parse(RequestBody body) => body.Root == JsonValueKind.Object
        ? body.Read(ChatwootJson.Default.ChatwootNewContact) with { Picture = body.File }
        : new ChatwootNewContact();

    public static Task<ValueList<Problem>> JudgeAsync(
        ChatwootNewContact request, ValueList<Problem> broken, Exchange exchange, CancellationToken cancellationToken) =>
        TakenBesideInvalid.AddAsync(request, broken, exchange, cancellationToken);

    public static async Task<Result<CreatedContact>> WriteAsync(
        ContractWrite<ChatwootNewContact, CreatedContact> write, CancellationToken cancellationToken)
    {
        var change = PictureUpload.Of(write.Request, write.Exchange);
        InboxMembership? membership = null;
        if (!string.IsNullOrWhiteSpace(write.Request.InboxId.Or(null)))
        {
            var found = await InboxMembership.FindAsync(write.Exchange, write.Request.InboxId, write.Request.SourceId, cancellationToken);
            if (found.TryFailure(out membership, out var unknown))
            {
                return unknown;
            }

            if (await OtherHolders.RefuseAsync(write.Exchange, membership, null, cancellationToken) is { } taken)
            {
                return taken;
            }

            change = new ChangesInTurn(change, membership);
        }

        var created = await write.AsLastStep<Customer>(customer => new CreatedContact(customer, membership))
            .CreateAsync(change, Writable, cancellationToken);
        if (created.TryFailure(out var made, out var failure))
        {
            return failure;
        }

        if (membership is not null)
        {
            await OtherHolders.RenameAsync(write, membership, made, cancellationToken);
        }

        return new CreatedContact(made, membership);
    }

    public static Answer Done(CreatedContact result, ChatwootNewContact request, Exchange exchange) =>
        Answer.Of(StatusCodes.Status200OK, ChatwootMapping.ToCreated(result, exchange.Caller!.Tenant), ChatwootJson.Default.ChatwootCreated);

    public static Customer? Tagged(CreatedContact result) => result.Customer;

    public static LoggedOutcome Logged(CreatedContact result, bool isDryRun) => LoggedOutcome.OfNew(result.Customer, isDryRun);

    public static CreatedContact Sample(ChatwootNewContact request, SampleRequest sample)
    {
        var membership = InboxMembership.Sample;
        return new CreatedContact(sample.Update(new ChangesInTurn(PictureUpload.Of(request, sample.Exchange), membership)), membership);
    }
}

/// <summary>The parameters of a new contact: those of an update, and its place in an inbox.</summary>
internal sealed record ChatwootNewContact : ChatwootRequest
{
    public Optional<string?> InboxId { get; init; }

    /// <summary>What the inbox is to call the contact; made up from the contact where it is missing or blank.</summary>
    public Optional<string?> SourceId { get; init; }
}

/// <summary>A contact that was made.</summary>
/// <param name="Customer">The contact.</param>
/// <param name="Membership">Its place in an inbox; null where none was asked for.</param>
internal sealed record CreatedContact(Customer Customer, InboxMembership? Membership);
