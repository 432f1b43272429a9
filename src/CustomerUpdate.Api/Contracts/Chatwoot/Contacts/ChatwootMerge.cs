using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// Merges a contact into another, whose values win. A contact that is merged into itself stays as it is, and so does one that is merged into
/// what it became part of before.
/// </summary>
internal sealed class ChatwootMerge : IChatwootOperation<ChatwootMerge>, IWriteOperation<ChatwootMerge, ChatwootMergeRequest, UpdatedCustomer>
{
    public static string Summary => "Merge a contact into another";

    public static ValueList<BodyFormat> BodyFormats => ChatwootBodies.Formats;

    public static JsonTypeInfo? BodyType => ChatwootJson.Default.ChatwootMergeRequest;

    public static ValueList<string> OtherMediaTypes => ChatwootContract.OtherMediaTypes;

    public static ValueList<HeaderParameter> Headers => CommonHeaders.OfUpdates;

    public static ValueList<FailureKind> Impossible => [FailureKind.EntryNotFound, FailureKind.Taken, FailureKind.Forbidden];

    public static IValidator<ChatwootMergeRequest> Validator { get; } = new InlineValidator<ChatwootMergeRequest>();

    public static RequestExample Example(ExampleSubject subject) => ChatwootExamples.OfAccount(
        HttpMethods.Post,
        subject,
        "/actions/contact_merge",
        $$"""{ "base_contact_id": {{subject.Reference}}, "mergee_contact_id": {{subject.Reference}} }""");

    public static Result<ChatwootMergeRequest> Parse(RequestBody body) => body.Root == JsonValueKind.Object
        ? body.Read(ChatwootJson.Default.ChatwootMergeRequest)
        : new ChatwootMergeRequest();

    public static async Task<Result<UpdatedCustomer>> WriteAsync(
        ContractWrite<ChatwootMergeRequest, UpdatedCustomer> write, CancellationToken cancellationToken)
    {
        if (KeyOf(write.Request.BaseContactId) is not { } into || KeyOf(write.Request.MergeeContactId) is not { } from)
        {
            return Failure.Of(FailureKind.NotFound);
        }

        var reads = write.Exchange.Service<ICustomerReads>();
        var tenantId = write.Caller.Tenant.Id;
        if (await reads.FindAsync(tenantId, into, cancellationToken) is not { } survivor
            || await reads.FindAsync(tenantId, from, cancellationToken) is not { } other)
        {
            return Failure.Of(FailureKind.NotFound);
        }

        if (survivor.Id == other.Id)
        {
            return await AgreeAsync(write with { Customer = into }, cancellationToken);
        }

        var agreed = await AgreeAsync(write with { Customer = into, Terms = write.Terms.ForStep<UpdatedCustomer>() }, cancellationToken);
        if (agreed.TryFailure(out _, out var refused))
        {
            return refused;
        }

        var command = new CustomerMergeCommand(write.Caller, into, from, write.Exchange.RequestId)
        {
            Precondition = write.Precondition,
            Terms = write.Terms,
        };
        return await write.Exchange.Service<ICustomerMerges>().MergeAsync(command, cancellationToken);
    }

    public static Answer Done(UpdatedCustomer result, ChatwootMergeRequest request, Exchange exchange) => Answer.Of(
        StatusCodes.Status200OK, ChatwootMapping.ToContact(result.Customer, withInboxes: false), ChatwootJson.Default.ChatwootContact);

    public static Customer? Tagged(UpdatedCustomer result) => result.Customer;

    public static UpdatedCustomer Sample(ChatwootMergeRequest request, SampleRequest sample) => new(sample.Customer, []);

    // An update that changes nothing: it is asked for all that an update is asked for, the survivor's consent to other addresses among it.
    private static Task<Result<UpdatedCustomer>> AgreeAsync(
        ContractWrite<ChatwootMergeRequest, UpdatedCustomer> write, CancellationToken cancellationToken) =>
        write.UpdateAsync(MergeConsent.Instance, write.Exchange.OneTimePassword, MergeConsent.Writable, cancellationToken);

    private static CustomerKey? KeyOf(Optional<string?> id) => id.Or(null) is { } text && ContactId.TryParse(text, out var number)
        ? CustomerKey.Reference(ChatwootContract.Name, number)
        : null;
}

/// <summary>Which contact stays, and which becomes part of it.</summary>
internal sealed record ChatwootMergeRequest
{
    public Optional<string?> BaseContactId { get; init; }

    public Optional<string?> MergeeContactId { get; init; }
}
