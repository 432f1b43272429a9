namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>E-mail addresses.</summary>
internal sealed class EmailEntries : IEntryResource
{
    public static EntryResource Resource { get; } = new(
        "emails", "an e-mail address", "e-mail addresses", EntryShapes.Email, "emails", 1001, """{ "type": "work", "value": "alice@work.example" }""");
}

/// <summary>Phone numbers.</summary>
internal sealed class PhoneEntries : IEntryResource
{
    public static EntryResource Resource { get; } = new(
        "phones", "a phone number", "phone numbers", EntryShapes.Phone, "phones", 1003, """{ "type": "work", "value": "222-333-4444" }""");
}

/// <summary>Chat handles.</summary>
internal sealed class ChatEntries : IEntryResource
{
    public static EntryResource Resource { get; } = new(
        "chats", "a chat handle", "chat handles", EntryShapes.Chat, "chats", 1002, """{ "type": "aim", "value": "jsprout" }""");
}

/// <summary>Social profiles.</summary>
internal sealed class SocialProfileEntries : IEntryResource
{
    public static EntryResource Resource { get; } = new(
        "social-profiles",
        "a social profile",
        "social profiles",
        EntryShapes.SocialProfile,
        "socialProfiles",
        1005,
        """{ "type": "twitter", "value": "https://twitter.com/helpscout" }""");
}

/// <summary>Websites.</summary>
internal sealed class WebsiteEntries : IEntryResource
{
    public static EntryResource Resource { get; } = new(
        "websites", "a website", "websites", EntryShapes.Website, "websites", 1006, """{ "value": "https://www.helpscout.com" }""");
}
