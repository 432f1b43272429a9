using System.Text.Json.Nodes;

namespace CustomerUpdate.Api.Hub;

/// <summary>A document that is being patched, in place.</summary>
/// <param name="root">The document; JSON's null among them.</param>
internal sealed class PatchDocument(JsonNode? root)
{
    /// <summary>The document as it is now.</summary>
    public JsonNode? Root { get; private set; } = root;

    /// <summary>The value at a place; false where there is none.</summary>
    public bool TryFind(PatchPointer pointer, out JsonNode? value)
    {
        value = Root;
        foreach (var segment in pointer.Segments)
        {
            if (!TryStep(value, segment, out value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds a value that has no parent: a member, in place of one with its name, or an item before the one at its index.</summary>
    public bool TryAdd(PatchPointer pointer, JsonNode? value)
    {
        if (pointer.Segments.Count == 0)
        {
            Root = value;
            return true;
        }

        switch (Parent(pointer))
        {
            case JsonObject parent:
                parent[pointer.Segments[^1]] = value;
                return true;
            case JsonArray parent when TryIndex(parent, pointer.Segments[^1], out var index):
                parent.Insert(index, value);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Takes the value at a place away.</summary>
    public bool TryRemove(PatchPointer pointer, out JsonNode? removed)
    {
        if (!TryFind(pointer, out removed))
        {
            return false;
        }

        if (pointer.Segments.Count == 0)
        {
            Root = null;
            return true;
        }

        switch (Parent(pointer))
        {
            case JsonObject parent:
                return parent.Remove(pointer.Segments[^1]);
            case JsonArray parent when PatchPointer.TryParseIndex(pointer.Segments[^1], out var index):
                parent.RemoveAt(index);
                return true;
            default:
                return false;
        }
    }

    private JsonNode? Parent(PatchPointer pointer) =>
        TryFind(new PatchPointer([.. pointer.Segments.SkipLast(1)]), out var parent) ? parent : null;

    private static bool TryStep(JsonNode? from, string segment, out JsonNode? value)
    {
        value = null;
        switch (from)
        {
            case JsonObject parent:
                return parent.TryGetPropertyValue(segment, out value);
            case JsonArray parent when PatchPointer.TryParseIndex(segment, out var index) && index < parent.Count:
                value = parent[index];
                return true;
            default:
                return false;
        }
    }

    private static bool TryIndex(JsonArray parent, string segment, out int index)
    {
        index = parent.Count;
        return segment == PatchPointer.End || (PatchPointer.TryParseIndex(segment, out index) && index <= parent.Count);
    }
}
