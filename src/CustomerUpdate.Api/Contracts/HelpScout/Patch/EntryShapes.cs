using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// The entries of the five collections, with the types that the vendor lists for each.
/// https://developer.helpscout.com/mailbox-api/endpoints/customers/emails/create and its neighbours
/// </summary>
internal static class EntryShapes
{
    // No limit is published; a body has one.
    private static readonly TextRule AnyText = new LengthRule(1, int.MaxValue);

    public static EntryShape Email { get; } = new(EntryKind.Email, new WordRule("home", "other", "work"), new EmailRule());

    // No format is published: whatever can be called is a number. The length is that of unique values.
    public static EntryShape Phone { get; } = new(
        EntryKind.Phone, new WordRule("fax", "home", "mobile", "other", "pager", "work"), new LengthRule(1, CustomerKey.MaximumLength));

    public static EntryShape Chat { get; } = new(
        EntryKind.Chat, new WordRule("aim", "gtalk", "icq", "msn", "other", "qq", "skype", "xmpp", "yahoo"), AnyText);

    public static EntryShape SocialProfile { get; } = new(EntryKind.SocialProfile, SocialTypes(), AnyText);

    public static EntryShape Website { get; } = new(EntryKind.Website, Type: null, AnyText);

    // "forsquare" is the vendor's own spelling. Its older pages have the right one, which is read as the same.
    private static WordRule SocialTypes()
    {
        var rule = new WordRule(
            "aboutme", "facebook", "flickr", "forsquare", "google", "googleplus", "linkedin", "other", "quora", "tungleme", "twitter", "youtube");
        return rule with { Spellings = new Dictionary<string, string>(rule.Spellings) { ["foursquare"] = "forsquare" } };
    }
}
