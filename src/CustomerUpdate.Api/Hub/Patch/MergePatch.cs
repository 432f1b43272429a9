using System.Text.Json.Nodes;

namespace CustomerUpdate.Api.Hub;

/// <summary>JSON Merge Patch (RFC 7396): a document in the shape of the one that it changes, in which null takes a member away.</summary>
internal static class MergePatch
{
    /// <summary>The patched document.</summary>
    /// <param name="target">The document; it is changed.</param>
    /// <param name="patch">The patch; it is not.</param>
    public static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject members)
        {
            return patch?.DeepClone();
        }

        var result = target as JsonObject ?? [];
        foreach (var (name, value) in members)
        {
            if (value is null)
            {
                result.Remove(name);
                continue;
            }

            // Taken out first: what stands in a document has a parent, and may not be given another.
            result.Remove(name, out var stored);
            result[name] = Apply(stored, value);
        }

        return result;
    }
}
