using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// Lists the inboxes at which a contact can be reached: those of addresses where the contact has one, a website's where the contact has been
/// there, those of programs always.
/// </summary>
internal sealed class ChatwootContactable : IChatwootOperation<ChatwootContactable>, IReadOperation<ChatwootContactable>
{
    public static string Summary => "List the inboxes at which a contact can be reached";

    public static ValueList<FailureKind> Failures { get; } = [FailureKind.NotFound];

    public static RequestExample Example(ExampleSubject subject) => ChatwootExamples.OfContact(HttpMethods.Get, subject, "/contactable_inboxes");

    public static async Task<Result<Answer>> ReadAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var tenantId = exchange.Caller!.Tenant.Id;
        if (ChatwootContract.Locate(exchange).TryFailure(out var key, out var misplaced))
        {
            return misplaced;
        }

        if (await exchange.Service<ICustomerReads>().FindAsync(tenantId, key, cancellationToken) is not { } customer)
        {
            return Failure.Of(FailureKind.NotFound);
        }

        var inboxes = await exchange.Service<IInboxes>().ListAsync(tenantId, cancellationToken);
        return ToAnswer(customer.Profile, inboxes);
    }

    public static IEnumerable<NamedAnswer> Samples(SampleRequest sample) =>
        [new("Listed", ToAnswer(sample.Customer.Profile, [InboxMembership.Sample.Inbox]))];

    private static Answer ToAnswer(Profile profile, IEnumerable<Inbox> inboxes)
    {
        var places = InboxPlace.In(ContactInboxes.Of(profile));
        var contactable =
            from inbox in inboxes
            let source = SourceOf(inbox, profile, places)
            where source is not null
            select new ChatwootContactableInbox(ChatwootInbox.Of(inbox), source);
        return Answer.Of(
            StatusCodes.Status200OK, new ChatwootContactableInboxes(contactable.ToValueList()), ChatwootJson.Default.ChatwootContactableInboxes);
    }

    private static string? SourceOf(Inbox inbox, Profile profile, IEnumerable<InboxPlace?> places)
    {
        var latest = places.LastOrDefault(place => place?.InboxId == inbox.Id)?.SourceId;
        return inbox.ChannelType switch
        {
            ChannelSource.WebWidget => latest,
            ChannelSource.Api => latest ?? Guid.NewGuid().ToString(),
            _ => ChannelSource.Make(inbox, profile, "").Match<string?>(made => made, _ => null),
        };
    }
}
