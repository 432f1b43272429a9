using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Entries that come without ids. The same line imported again must find the entries that it made the first time: one that says what a
/// stored one says is that one, and so is one that the line names by <c>email</c>, <c>phone</c> or <c>secondaryPhone</c> alone, beside its list.
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

    // In the order in which they are written.
    private static readonly (string List, EntryKind Kind, string[] Path)[] Pointers =
    [
        ("emails", EntryKind.Email, ["email"]),
        ("phones", EntryKind.Phone, ["phone"]),
        ("phones", EntryKind.Phone, ["channels", Profile.TelephoneChannel]),
        ("phones", EntryKind.Phone, ["secondaryPhone"]),
    ];

    /// <summary>
    /// The most new ids that reading a canonical customer takes: one for each entry, which lacks one or has been given one that comes up, and
    /// one for each value that points at an entry.
    /// </summary>
    public static int IdsNeeded(JsonElement document) => EntriesOf(document).Count() + 3;

    /// <summary>The document with the ids of the stored entries that it names without them.</summary>
    public static JsonElement Identify(JsonElement document, Profile stored, ApplyContext context)
    {
        if (!stored.Entries.Any() || (EntriesOf(document).All(HasId) && Pointers.All(pointer => PointsIntoList(document, pointer.List, pointer.Path))))
        {
            return document;
        }

        var identified = JsonObject.Create(document)!;
        foreach (var (name, kind) in Lists)
        {
            IdentifyEntries(ObjectsOf(identified, name), stored.List(kind).Entries, (text, known) => text == known.Value);
            IdentifyEntries(ObjectsOf(identified, name), stored.List(kind).Entries, (text, known) => known.Key is { } key && context.KeyOf(kind, text) == key);
        }

        foreach (var (list, kind, path) in Pointers)
        {
            AddPointedAt(identified, list, kind, TextAt(document, path), stored, context);
        }

        return JsonSerializer.SerializeToElement(identified, TransferJson.Default.JsonObject);
    }

    private static bool PointsIntoList(JsonElement document, string list, string[] path) =>
        TextAt(document, path) is not { } text || ItemsOf(document, list).Any(entry => TextAt(entry, ["value"]) == text);

    private static void IdentifyEntries(List<JsonObject> entries, ValueList<Entry> stored, Func<string, Entry, bool> saysTheSame)
    {
        var left = stored.Where(known => !entries.Exists(entry => IdOf(entry) == known.Id)).ToList();
        foreach (var entry in entries.Where(entry => !entry.ContainsKey("id")))
        {
            var same = left.Find(known => TextOf(entry, "value") is { } text && saysTheSame(text, known) && MayBeOfType(entry, known.Type));
            if (same is not null)
            {
                left.Remove(same);
                entry["id"] = same.Id;
            }
        }
    }

    // A text that no entry of the list has is one more entry, which stands where it was put the first time: behind the list.
    private static void AddPointedAt(JsonObject identified, string list, EntryKind kind, string? text, Profile stored, ApplyContext context)
    {
        if (text is null || identified[list] is not JsonArray entries)
        {
            return;
        }

        var key = context.KeyOf(kind, text);
        var listed = ObjectsOf(identified, list);
        if (listed.Exists(entry => TextOf(entry, "value") is { } value && context.KeyOf(kind, value) == key)
            || stored.List(kind).Entries.FirstOrDefault(entry => entry.Key == key) is not { } known
            || listed.Exists(entry => IdOf(entry) == known.Id))
        {
            return;
        }

        entries.Add((JsonNode)new JsonObject { ["id"] = known.Id, ["type"] = known.Type, ["value"] = known.Value });
    }

    private static bool MayBeOfType(JsonObject entry, string? type) => !entry.ContainsKey("type") || TextOf(entry, "type") == type;

    private static List<JsonObject> ObjectsOf(JsonObject document, string name) => [.. (document[name] as JsonArray ?? []).OfType<JsonObject>()];

    private static long? IdOf(JsonObject entry) => entry["id"] is JsonValue value && value.TryGetValue<long>(out var id) ? id : null;

    private static string? TextOf(JsonObject entry, string name) =>
        entry[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string? TextAt(JsonElement document, string[] path)
    {
        var at = document;
        foreach (var name in path)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return at.ValueKind == JsonValueKind.String ? at.GetString() : null;
    }

    private static bool HasId(JsonElement entry) => entry.TryGetProperty("id", out _);

    private static IEnumerable<JsonElement> EntriesOf(JsonElement document) =>
        Lists.SelectMany(list => ItemsOf(document, list.Name)).Where(entry => entry.ValueKind == JsonValueKind.Object);

    private static JsonElement.ArrayEnumerator ItemsOf(JsonElement document, string list) =>
        document.TryGetProperty(list, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;
}
