using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Entries that come without ids. The same line imported again must find the entries that it made the first time: one that says what a
/// stored one says is that one.
/// </summary>
internal static class KnownEntries
{
    private static readonly (string Name, EntryKind Kind)[] Lists =
    [
        ("emails", EntryKind.Email),
        ("phones", EntryKind.Phone),
        ("chats", EntryKind.Chat),
        ("socialProfiles", EntryKind.SocialProfile),
        ("websites", EntryKind.Website),
    ];

    /// <summary>The most new ids that reading a canonical customer takes: one for each entry without one, and one for each value that points at an entry.</summary>
    public static int IdsNeeded(JsonElement document) => EntriesOf(document).Count(entry => !HasId(entry)) + 3;

    /// <summary>The document with the ids of the stored entries that it names without them.</summary>
    public static JsonElement Identify(JsonElement document, Profile stored)
    {
        if (EntriesOf(document).All(HasId))
        {
            return document;
        }

        var identified = JsonObject.Create(document)!;
        foreach (var (name, kind) in Lists)
        {
            var left = stored.List(kind).Entries.ToList();
            foreach (var entry in (identified[name] as JsonArray ?? []).OfType<JsonObject>().Where(entry => !entry.ContainsKey("id")))
            {
                if (left.Find(known => Says(entry, known)) is { } same)
                {
                    left.Remove(same);
                    entry["id"] = same.Id;
                }
            }
        }

        return JsonSerializer.SerializeToElement(identified, TransferJson.Default.JsonObject);
    }

    private static bool Says(JsonObject entry, Entry known) =>
        TextOf(entry, "value") == known.Value && (!entry.ContainsKey("type") || TextOf(entry, "type") == known.Type);

    private static string? TextOf(JsonObject entry, string name) =>
        entry[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static bool HasId(JsonElement entry) => entry.TryGetProperty("id", out _);

    private static IEnumerable<JsonElement> EntriesOf(JsonElement document) => Lists
        .Where(list => document.TryGetProperty(list.Name, out var items) && items.ValueKind == JsonValueKind.Array)
        .SelectMany(list => document.GetProperty(list.Name).EnumerateArray())
        .Where(entry => entry.ValueKind == JsonValueKind.Object);
}
