using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>A contact's list of inboxes: what this contract alone knows of a customer.</summary>
internal static class ContactInboxes
{
    private static readonly BagValue None = BagValue.Of(JsonElement.Parse("[]"));

    /// <summary>The list, as it is stored.</summary>
    public static BagValue Of(Profile profile) =>
        profile.VendorValue(ChatwootContract.Name, InboxPlace.ListName) is { IsNull: false } list ? list : None;

    /// <summary>The change that writes the list.</summary>
    public static CustomerChange Write(BagValue list) => new()
    {
        Vendor = ValueMap<BagEdit>.Empty.Set(
            ChatwootContract.Name, new BagEdit { Merge = ValueMap<BagValue>.Empty.Set(InboxPlace.ListName, list) }),
    };

    /// <summary>The list with a row behind the others.</summary>
    public static BagValue Append(BagValue list, JsonElement row)
    {
        var rows = Rows(list);
        rows.Add(JsonNode.Parse(row.GetRawText()));
        return ToValue(rows);
    }

    /// <summary>The list with another name for the contact in the row that has a place.</summary>
    public static BagValue Rename(BagValue list, InboxPlace place, string sourceId)
    {
        var rows = Rows(list);
        var places = InboxPlace.In(list);
        for (var index = 0; index < places.Count; index++)
        {
            if (places[index] == place)
            {
                rows[index]!["source_id"] = sourceId;
            }
        }

        return ToValue(rows);
    }

    private static JsonArray Rows(BagValue list) => JsonNode.Parse(list.Json) as JsonArray ?? [];

    private static BagValue ToValue(JsonArray rows) => BagValue.Of(JsonElement.Parse(rows.ToJsonString()));
}
