using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>An inbox beside a contact: these six members, and never what only the inbox's own settings know.</summary>
internal sealed record ChatwootInbox(long? Id, string AvatarUrl, long? ChannelId, string? Name, string? ChannelType, string? Provider)
{
    /// <summary>An inbox. This host has no channels of its own: an inbox and its channel have one number.</summary>
    public static ChatwootInbox Of(Inbox inbox) => new(inbox.Id, "", inbox.Id, inbox.Name, inbox.ChannelType, null);
}

/// <summary>A contact's place in an inbox.</summary>
internal sealed record ChatwootContactInbox(string? SourceId, ChatwootInbox Inbox);

/// <summary>
/// An inbox as the documentation shows it beside a contact: with what a website's visitors are shown, null where this host does not know it.
/// </summary>
internal sealed record ChatwootPublishedInbox(
    long? Id,
    string? Name,
    string? WebsiteUrl,
    string? ChannelType,
    string AvatarUrl,
    string? WidgetColor,
    string? WebsiteToken,
    bool EnableAutoAssignment,
    string? WebWidgetScript,
    string? WelcomeTitle,
    string? WelcomeTagline,
    bool GreetingEnabled,
    string? GreetingMessage);

/// <summary>A contact's place in an inbox, as the documentation shows it.</summary>
internal sealed record ChatwootPublishedContactInbox(string? SourceId, ChatwootPublishedInbox Inbox);

/// <summary>An inbox at which a contact can be reached, and what it would call the contact.</summary>
internal sealed record ChatwootContactableInbox(ChatwootInbox Inbox, string SourceId);

/// <summary>The inboxes at which a contact can be reached.</summary>
internal sealed record ChatwootContactableInboxes(ValueList<ChatwootContactableInbox> Payload);

/// <summary>
/// A whole inbox, as the vendor's server shows it beside a contact that was made. Of what this host does not know of inboxes, this says what
/// the vendor's server says of one that nobody has set up; the times are the account's.
/// </summary>
internal sealed record ChatwootInboxRow(
    long Id,
    long ChannelId,
    long AccountId,
    string Name,
    string CreatedAt,
    string UpdatedAt,
    string ChannelType,
    bool EnableAutoAssignment,
    bool GreetingEnabled,
    string? GreetingMessage,
    string? EmailAddress,
    bool WorkingHoursEnabled,
    string? OutOfOfficeMessage,
    string Timezone,
    bool EnableEmailCollect,
    bool CsatSurveyEnabled,
    bool AllowMessagesAfterResolved,
    ValueMap<BagValue> AutoAssignmentConfig,
    bool LockToSingleConversation,
    long? PortalId,
    string SenderNameType,
    string? BusinessName,
    ValueMap<BagValue> CsatConfig)
{
    /// <summary>An inbox of a tenant.</summary>
    public static ChatwootInboxRow Of(Inbox inbox, Tenant tenant)
    {
        var made = tenant.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null);
        return new ChatwootInboxRow(
            inbox.Id,
            ChannelId: inbox.Id,
            tenant.AccountId,
            inbox.Name,
            CreatedAt: made,
            UpdatedAt: made,
            inbox.ChannelType,
            EnableAutoAssignment: true,
            GreetingEnabled: false,
            GreetingMessage: null,
            EmailAddress: null,
            WorkingHoursEnabled: false,
            OutOfOfficeMessage: null,
            Timezone: "UTC",
            EnableEmailCollect: true,
            CsatSurveyEnabled: false,
            AllowMessagesAfterResolved: true,
            AutoAssignmentConfig: ValueMap<BagValue>.Empty,
            LockToSingleConversation: false,
            PortalId: null,
            SenderNameType: "friendly",
            BusinessName: null,
            CsatConfig: ValueMap<BagValue>.Empty);
    }
}
