using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>Reads JSON Patches; all that is wrong with one is told at once. Members that an operation does not need are ignored (RFC 6902, section 4).</summary>
internal static class JsonPatchReader
{
    private static readonly Dictionary<string, JsonPatchVerb> Verbs =
        Enum.GetValues<JsonPatchVerb>().ToDictionary(verb => verb.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The patch that a document is.</summary>
    public static Result<JsonPatch> Read(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Array)
        {
            return Failure.Invalid([new Problem("", "wrong_type", "must be a list of operations")]);
        }

        if (document.GetArrayLength() > JsonPatch.MaximumOperations)
        {
            return Failure.Invalid([new Problem("", "too_many_operations", $"has more than {JsonPatch.MaximumOperations} operations")]);
        }

        var problems = new List<Problem>();
        var operations = document.EnumerateArray()
            .Select((item, index) => ReadOperation(item, $"/{index.ToString(CultureInfo.InvariantCulture)}", problems)).ToList();
        return problems.Count == 0 ? new JsonPatch(operations.OfType<JsonPatchOperation>().ToValueList()) : Failure.Invalid([.. problems]);
    }

    private static JsonPatchOperation? ReadOperation(JsonElement item, string at, List<Problem> problems)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new Problem(at, "wrong_type", "must be an object"));
            return null;
        }

        var verb = ReadVerb(item, at, problems);
        var path = ReadPointer(item, "path", at, problems);
        var from = verb is JsonPatchVerb.Copy or JsonPatchVerb.Move ? ReadPointer(item, "from", at, problems) : null;
        if (verb is JsonPatchVerb.Add or JsonPatchVerb.Replace or JsonPatchVerb.Test && !item.TryGetProperty("value", out _))
        {
            problems.Add(new Problem($"{at}/value", "required", "must be there"));
        }

        if (verb == JsonPatchVerb.Move && path is not null && from is not null && path.IsInside(from))
        {
            problems.Add(new Problem($"{at}/path", "invalid_move", "is inside of what is moved"));
        }

        var value = item.TryGetProperty("value", out var sent) ? ToNode(sent) : null;
        return verb is { } known && path is not null ? new JsonPatchOperation(known, path, from, value) : null;
    }

    private static JsonPatchVerb? ReadVerb(JsonElement item, string at, List<Problem> problems)
    {
        if (item.TryGetProperty("op", out var op) && op.ValueKind == JsonValueKind.String && Verbs.TryGetValue(op.GetString()!, out var verb))
        {
            return verb;
        }

        problems.Add(new Problem($"{at}/op", "unknown_operation", $"must be one of {string.Join(", ", Verbs.Keys)}"));
        return null;
    }

    private static PatchPointer? ReadPointer(JsonElement item, string name, string at, List<Problem> problems)
    {
        var text = item.TryGetProperty(name, out var sent) && sent.ValueKind == JsonValueKind.String ? sent.GetString() : null;
        if (PatchPointer.TryParse(text, out var pointer))
        {
            return pointer;
        }

        problems.Add(new Problem($"{at}/{name}", "invalid_pointer", "must be a JSON Pointer (RFC 6901)"));
        return null;
    }

    private static JsonNode? ToNode(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        _ => JsonValue.Create(value),
    };
}
