using System.Text.Json;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>Between what storage keeps of history and what the hub shows.</summary>
internal static class HistoryMapping
{
    private const string References = "/references";

    // A bag's value may nest as deep as a body.
    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = 128 };

    /// <summary>One version.</summary>
    public static HistoryItem ToItem(CustomerVersion version) => new(
        version.Version,
        HubMapping.TimeOf(version.At),
        version.Contract,
        version.KeyId,
        version.RequestId,
        ChangesOf(version.Changes));

    private static ValueList<HistoryChange> ChangesOf(string json)
    {
        using var document = JsonDocument.Parse(json, DocumentOptions);
        return [.. document.RootElement.EnumerateArray().Select(ToChange).Where(IsShown)];
    }

    // What differs by less than is shown (microseconds, a second reference) is not shown to differ. What a bag has comes and goes as a null, too.
    private static bool IsShown(HistoryChange change) =>
        IsInBag(change.Field) || change.Before?.GetRawText() != change.After?.GetRawText();

    private static bool IsInBag(string field) => field.LastIndexOf('/') > 0;

    private static HistoryChange ToChange(JsonElement change)
    {
        var field = change.GetProperty("field").GetString()!;
        return new HistoryChange(field, ValueOf(field, change.GetProperty("before")), ValueOf(field, change.GetProperty("after")));
    }

    private static JsonElement? ValueOf(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Array when field == References => JsonSerializer.SerializeToElement(
            HubMapping.ReferencesOf(value.EnumerateArray().Select(ToReference)), HubHistoryJson.Default.JsonObject),
        _ => value.Clone(),
    };

    private static Reference ToReference(JsonElement reference) =>
        new(reference.GetProperty("contract").GetString()!, reference.GetProperty("value").GetString()!);
}
