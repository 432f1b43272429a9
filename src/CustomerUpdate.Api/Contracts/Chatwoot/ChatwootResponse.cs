using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>The answer to an update. The server sends <c>payload</c> only; the documentation has the id beside it.</summary>
internal sealed record ChatwootUpdated(long Id, ChatwootContact Payload);

/// <summary>A contact that was asked for.</summary>
internal sealed record ChatwootShown(ChatwootContact Payload);

/// <summary>Contacts that were asked for.</summary>
internal sealed record ChatwootListed(ChatwootListMeta Meta, ValueList<ChatwootContact> Payload);

/// <summary>How many contacts there are, and which page of them this is: a number, or the text that the request called it.</summary>
internal sealed record ChatwootListMeta(long? Count, BagValue CurrentPage);

/// <summary>A contact that was made.</summary>
internal sealed record ChatwootCreated(ChatwootNewContactPayload Payload);

/// <summary>A contact that was made, and its place in the inbox that was asked for.</summary>
internal sealed record ChatwootNewContactPayload(ChatwootContact Contact, ChatwootNewPlace ContactInbox);

/// <summary>The place of a contact that was made in an inbox, which is shown whole; two nulls where no inbox was asked for.</summary>
internal sealed record ChatwootNewPlace(ChatwootInboxRow? Inbox, string? SourceId);

/// <summary>
/// A contact as the vendor's server shows it, in the order of its members. Times are Unix seconds; the last activity is left out where it
/// is not known, the inboxes where the request asked for none. A thumbnail is never null: it is empty where there is no picture.
/// </summary>
internal sealed record ChatwootContact(
    ValueMap<BagValue> AdditionalAttributes,
    string AvailabilityStatus,
    string? Email,
    long Id,
    string? Name,
    string? PhoneNumber,
    bool Blocked,
    string? Identifier,
    string Thumbnail,
    ValueMap<BagValue> CustomAttributes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? LastActivityAt,
    long CreatedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ValueList<ChatwootContactInbox>? ContactInboxes)
{
    /// <summary>The same contact as the documentation shows it, in answers to updates: docs/adr/0008-chatwoots-superset-answer.md.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChatwootPublishedContact? Contact { get; init; }
}

/// <summary>A contact as the documentation shows it.</summary>
internal sealed record ChatwootPublishedContact(
    string? Email,
    string? Name,
    string? PhoneNumber,
    string Thumbnail,
    ValueMap<BagValue> AdditionalAttributes,
    ValueMap<BagValue> CustomAttributes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ValueList<ChatwootPublishedContactInbox>? ContactInboxes);

/// <summary>Most errors.</summary>
internal sealed record ChatwootError(string Error);

/// <summary>The error of a caller without a token.</summary>
internal sealed record ChatwootErrorList(ValueList<string> Errors);

/// <summary>The error of a request that breaks rules: all messages in one sentence, and whose they are.</summary>
internal sealed record ChatwootAttributeErrors(string Message, ValueList<string> Attributes);

/// <summary>An error that the vendor's framework answers, not its controllers.</summary>
internal sealed record ChatwootStatusError(int Status, string Error);
