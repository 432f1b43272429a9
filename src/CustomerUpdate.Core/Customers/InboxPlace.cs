using System.Text.Json;

namespace CustomerUpdate.Core.Customers;

/// <summary>An inbox at which a customer is reached, and what the inbox calls the customer: an address, a number, the id of a visitor.</summary>
/// <param name="InboxId">The inbox's number.</param>
/// <param name="SourceId">What it calls the customer. Not unique: what comes from elsewhere is kept as it was given.</param>
public sealed record InboxPlace(long InboxId, string SourceId)
{
    /// <summary>The name under which a vendor's bag has the list of a customer's inboxes.</summary>
    public const string ListName = "contactInboxes";

    /// <summary>The places in all vendors' lists.</summary>
    public static IEnumerable<InboxPlace> Of(Profile profile) =>
        profile.Vendor.Values.SelectMany(bag => In(bag.Find(ListName))).OfType<InboxPlace>();

    /// <summary>The places in a list, in its order; null for an item that names none.</summary>
    public static IReadOnlyList<InboxPlace?> In(BagValue list)
    {
        var root = JsonElement.Parse(list.Json);
        return root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray().Select(Read)] : [];
    }

    private static InboxPlace? Read(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty("source_id", out var source) && source.ValueKind == JsonValueKind.String
        && item.TryGetProperty("inbox", out var inbox) && inbox.ValueKind == JsonValueKind.Object
        && inbox.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number)
            ? new InboxPlace(number, source.GetString()!)
            : null;
}
