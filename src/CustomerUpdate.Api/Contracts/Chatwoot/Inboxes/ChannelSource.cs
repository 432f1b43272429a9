using System.Text.RegularExpressions;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>What the inboxes of each channel call their contacts.</summary>
internal static partial class ChannelSource
{
    /// <summary>The channel of programs.</summary>
    public const string Api = "Channel::Api";

    /// <summary>The channel of a website's chat.</summary>
    public const string WebWidget = "Channel::WebWidget";

    private const string Email = "Channel::Email";
    private const string Sms = "Channel::Sms";
    private const string TwilioSms = "Channel::TwilioSms";
    private const string Whatsapp = "Channel::Whatsapp";
    private const string Attribute = "source_id";

    /// <summary>Whether the channel calls contacts by an address or a number of theirs, which may pass from one contact to another.</summary>
    public static bool IsAddressed(Inbox inbox) => inbox.ChannelType is Email or Sms or TwilioSms or Whatsapp;

    /// <summary>What an inbox calls a contact of which it has not been told.</summary>
    /// <param name="inbox">The inbox.</param>
    /// <param name="profile">The contact.</param>
    /// <param name="madeUp">What it says where the channel has no addresses.</param>
    public static Result<string> Make(Inbox inbox, Profile profile, string madeUp) => inbox.ChannelType switch
    {
        Api or WebWidget => madeUp,
        Email => Required(profile.Email, "email"),
        Sms or TwilioSms => Required(profile.Phone, "phone number"),
        Whatsapp => Required(profile.Phone?.Replace("+", "", StringComparison.Ordinal), "phone number"),
        var other => ChatwootErrors.Sentence($"Unsupported operation for this channel: {other}"),
    };

    /// <summary>Why an inbox cannot call a contact so; null where it can.</summary>
    public static Failure? Refuse(Inbox inbox, string sourceId) => inbox.ChannelType switch
    {
        _ when sourceId.EnumerateRunes().Count() > ChatwootRequestValidator.MaximumLength =>
            Invalid($"is too long (maximum is {ChatwootRequestValidator.MaximumLength} characters)"),
        Whatsapp when !WhatsappNumber().IsMatch(sourceId) => Invalid(@"invalid source id for whatsapp inbox. valid Regex (?-mix:^\d{1,15}\z)"),
        TwilioSms when !TwilioNumber().IsMatch(sourceId) => Invalid(@"invalid source id for twilio sms inbox. valid Regex (?-mix:^\+\d{1,15}\z)"),
        _ => null,
    };

    /// <summary>Says that an inbox calls another contact so.</summary>
    public static Failure Taken() => Invalid("has already been taken");

    private static Result<string> Required(string? value, string name) => string.IsNullOrWhiteSpace(value)
        ? ChatwootErrors.Sentence($"param is missing or the value is empty: contact {name}")
        : value;

    private static Failure Invalid(string message) => Failure.Invalid([new Problem(Attribute, "invalid", message)]);

    [GeneratedRegex(@"\A[0-9]{1,15}\z", RegexOptions.CultureInvariant)]
    private static partial Regex WhatsappNumber();

    // An inbox of Twilio's is for texts or for WhatsApp; which of them, nobody has told this host.
    [GeneratedRegex(@"\A(?:whatsapp:)?\+[0-9]{1,15}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TwilioNumber();
}
