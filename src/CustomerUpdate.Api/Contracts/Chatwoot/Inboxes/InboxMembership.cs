using System.Globalization;
using System.Text.Json;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Makes a contact reachable at an inbox. Nothing changes where the inbox calls the contact so already.</summary>
/// <param name="Inbox">The inbox.</param>
/// <param name="SourceId">What the inbox is to call the contact; null where that is made up from the contact.</param>
/// <param name="MadeUp">What it calls the contact where the channel has no addresses.</param>
internal sealed record InboxMembership(Inbox Inbox, string? SourceId, string MadeUp) : ICustomerChange
{
    private static readonly ValueList<CustomerField> Written = [.. CustomerField.All.Where(field => field.Name == "vendor")];

    /// <summary>The names of the fields that it writes.</summary>
    public static IReadOnlySet<string> Writable { get; } = Written.Select(field => field.Name).ToHashSet();

    /// <summary>For documents: at an inbox that takes whatever it is given.</summary>
    public static InboxMembership Sample { get; } = new(new Inbox(1, "Website", ChannelSource.Api), null, "0198f000-0000-4000-8000-0000000000f1");

    /// <inheritdoc/>
    public int EntryIdsNeeded => 0;

    /// <inheritdoc/>
    public IEnumerable<CustomerField> Fields => Written;

    /// <summary>The membership that a request asks for; fails with <see cref="FailureKind.NotFound"/> where there is no such inbox.</summary>
    public static async Task<Result<InboxMembership>> FindAsync(
        Exchange exchange, Optional<string?> inboxId, Optional<string?> sourceId, CancellationToken cancellationToken)
    {
        var inboxes = await exchange.Service<IInboxes>().ListAsync(exchange.Caller!.Tenant.Id, cancellationToken);
        var found = inboxes.FirstOrDefault(inbox => inbox.Id.ToString(CultureInfo.InvariantCulture) == inboxId.Or(null));
        var given = sourceId.Or(null);
        return found is null
            ? Failure.Of(FailureKind.NotFound)
            : new InboxMembership(found, string.IsNullOrWhiteSpace(given) ? null : given, Guid.NewGuid().ToString());
    }

    /// <summary>What the inbox calls a contact with this profile, or why it cannot call it anything.</summary>
    public Result<InboxPlace> PlaceOf(Profile profile)
    {
        var source = SourceId is null ? ChannelSource.Make(Inbox, profile, MadeUp) : SourceId;
        return source.TryFailure(out var made, out var impossible) ? impossible
            : ChannelSource.Refuse(Inbox, made) is { } refused ? refused
            : new InboxPlace(Inbox.Id, made);
    }

    /// <inheritdoc/>
    public Result<Profile> Apply(Profile stored, ApplyContext context)
    {
        if (PlaceOf(stored).TryFailure(out var place, out var failure))
        {
            return failure;
        }

        var list = ContactInboxes.Of(stored);
        return InboxPlace.In(list).Contains(place) ? stored : ContactInboxes.Write(Added(list, place)).Apply(stored, context);
    }

    /// <summary>The inbox alone: what it calls the contact may be an address.</summary>
    public override string ToString() => $"inbox {Inbox.Id}";

    private BagValue Added(BagValue list, InboxPlace place)
    {
        var row = new ChatwootContactInbox(place.SourceId, ChatwootInbox.Of(Inbox));
        return ContactInboxes.Append(list, JsonSerializer.SerializeToElement(row, ChatwootJson.Default.ChatwootContactInbox));
    }
}
