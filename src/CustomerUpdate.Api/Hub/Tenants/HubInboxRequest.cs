using CustomerUpdate.Core.Customers;
using FluentValidation;

namespace CustomerUpdate.Api.Hub.Tenants;

/// <summary>An inbox that is to be made.</summary>
internal sealed record HubInboxRequest : HubRequest
{
    public Optional<string?> Name { get; init; }

    public Optional<string?> ChannelType { get; init; }
}

/// <summary>The rules for an inbox.</summary>
internal sealed class HubInboxRequestValidator : AbstractValidator<HubInboxRequest>
{
    /// <summary>The channel of an inbox that names none.</summary>
    public const string DefaultChannel = "Channel::Api";

    // https://github.com/chatwoot/chatwoot/tree/develop/app/models/channel
    private static readonly ValueList<string> Channels =
    [
        DefaultChannel, "Channel::Email", "Channel::FacebookPage", "Channel::Instagram", "Channel::Line", "Channel::Sms", "Channel::Telegram",
        "Channel::Tiktok", "Channel::TwilioSms", "Channel::TwitterProfile", "Channel::Voice", "Channel::WebWidget", "Channel::Whatsapp",
    ];

    public HubInboxRequestValidator()
    {
        this.MustBeThere(request => request.Name, "/name");
        this.MustBeName(request => request.Name, "/name");
        this.MustBeText(request => request.ChannelType, "/channelType");
        this.MustFulfil(request => request.ChannelType, "/channelType", Channels.Contains, $"This must be one of {string.Join(", ", Channels)}.");
    }
}
