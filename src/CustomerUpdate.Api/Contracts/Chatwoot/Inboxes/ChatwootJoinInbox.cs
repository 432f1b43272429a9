using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Gives a contact a place in an inbox; the one that it has there under the same name is answered as it is.</summary>
internal sealed class ChatwootJoinInbox
    : IChatwootOperation<ChatwootJoinInbox>, IWriteOperation<ChatwootJoinInbox, ChatwootNewContactInbox, JoinedInbox>
{
    public static string Summary => "Give a contact a place in an inbox";

    public static ValueList<Stage> Order => ChatwootContract.Order;

    public static ValueList<BodyFormat> BodyFormats => ChatwootBodies.Formats;

    public static JsonTypeInfo? BodyType => ChatwootJson.Default.ChatwootNewContactInbox;

    public static ValueList<string> OtherMediaTypes => ChatwootContract.OtherMediaTypes;

    public static ValueList<HeaderParameter> Headers => CommonHeaders.OfUpdates;

    public static ValueList<FailureKind> Impossible => [FailureKind.EntryNotFound, FailureKind.Forbidden];

    public static IValidator<ChatwootNewContactInbox> Validator { get; } = new InlineValidator<ChatwootNewContactInbox>();

    public static Result<CustomerKey>? Target(Exchange exchange) => ChatwootContract.Locate(exchange);

    public static RequestExample Example(ExampleSubject subject) =>
        ChatwootExamples.OfContact(HttpMethods.Post, subject, "/contact_inboxes", """{ "inbox_id": 1, "source_id": "visitor-4711" }""");

    public static Result<ChatwootNewContactInbox> Parse(RequestBody body) => body.Root == JsonValueKind.Object
        ? body.Read(ChatwootJson.Default.ChatwootNewContactInbox)
        : new ChatwootNewContactInbox();

    public static async Task<Result<JoinedInbox>> WriteAsync(
        ContractWrite<ChatwootNewContactInbox, JoinedInbox> write, CancellationToken cancellationToken)
    {
        var found = await InboxMembership.FindAsync(write.Exchange, write.Request.InboxId, write.Request.SourceId, cancellationToken);
        if (found.TryFailure(out var membership, out var unknown))
        {
            return unknown;
        }

        if (await OtherHolders.RefuseAsync(write.Exchange, membership, write.Target, cancellationToken) is { } taken)
        {
            return taken;
        }

        var updated = await write.AsLastStep<UpdatedCustomer>(updated => new JoinedInbox(updated.Customer, membership))
            .UpdateAsync(membership, write.Exchange.OneTimePassword, InboxMembership.Writable, cancellationToken);
        if (updated.TryFailure(out var done, out var failure))
        {
            return failure;
        }

        await OtherHolders.RenameAsync(write, membership, done.Customer, cancellationToken);
        return new JoinedInbox(done.Customer, membership);
    }

    public static Answer Done(JoinedInbox result, ChatwootNewContactInbox request, Exchange exchange) =>
        Answer.Of(StatusCodes.Status200OK, result.ToRow(), ChatwootJson.Default.ChatwootContactInbox);

    public static Customer? Tagged(JoinedInbox result) => result.Customer;

    public static JoinedInbox Sample(ChatwootNewContactInbox request, SampleRequest sample) =>
        new(sample.Customer, InboxMembership.Sample with { SourceId = request.SourceId.Or(null) });
}

/// <summary>The inbox, and what it is to call the contact.</summary>
internal sealed record ChatwootNewContactInbox
{
    public Optional<string?> InboxId { get; init; }

    /// <summary>Made up from the contact where it is missing or blank.</summary>
    public Optional<string?> SourceId { get; init; }

    /// <summary>Read by nobody here: no visitor's identity is verified on this host.</summary>
    public Optional<bool?> HmacVerified { get; init; }
}

/// <summary>A contact that has a place in an inbox.</summary>
/// <param name="Customer">The contact.</param>
/// <param name="Membership">The place that was asked for.</param>
internal sealed record JoinedInbox(Customer Customer, InboxMembership Membership)
{
    /// <summary>The place. It was written: so there is one.</summary>
    public ChatwootContactInbox ToRow() => new(
        Membership.PlaceOf(Customer.Profile).Match(place => place.SourceId, _ => Membership.MadeUp), ChatwootInbox.Of(Membership.Inbox));
}
