using System.Text.Json;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// A row of a contact's list of inboxes, as it is stored: as this contract wrote it, or as the hub was given it. Answers show the members
/// that the vendor shows and no other, so that what came along of a channel's settings stays here; what is missing, or of another type, is
/// null.
/// </summary>
/// <param name="Stored">The row.</param>
internal readonly record struct ContactInboxRow(JsonElement Stored)
{
    private JsonElement Inbox => Member(Stored, "inbox");

    /// <summary>The rows of a contact.</summary>
    public static IEnumerable<ContactInboxRow> In(Profile profile) =>
        profile.VendorValue(ChatwootContract.Name, InboxPlace.ListName) is { IsNull: false } list
        && JsonElement.Parse(list.Json) is { ValueKind: JsonValueKind.Array } rows
            ? rows.EnumerateArray().Select(row => new ContactInboxRow(row))
            : [];

    /// <summary>The row as the vendor's server shows it.</summary>
    public ChatwootContactInbox ToShown() => new(
        Text(Stored, "source_id"),
        new ChatwootInbox(
            Number("id"), Text("avatar_url") ?? "", Number("channel_id"), Text("name"), Text("channel_type"), Text("provider")));

    /// <summary>The row as the documentation shows it.</summary>
    public ChatwootPublishedContactInbox ToPublished() => new(
        Text(Stored, "source_id"),
        new ChatwootPublishedInbox(
            Number("id"),
            Text("name"),
            Text("website_url"),
            Text("channel_type"),
            Text("avatar_url") ?? "",
            Text("widget_color"),
            Text("website_token"),
            Truth("enable_auto_assignment") ?? true,
            Text("web_widget_script"),
            Text("welcome_title"),
            Text("welcome_tagline"),
            Truth("greeting_enabled") ?? false,
            Text("greeting_message")));

    private static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private string? Text(string name) => Text(Inbox, name);

    private long? Number(string name) =>
        Member(Inbox, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    private bool? Truth(string name) =>
        Member(Inbox, name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } truth ? truth.GetBoolean() : null;
}
