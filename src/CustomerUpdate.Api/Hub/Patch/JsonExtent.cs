using System.Text.Json.Nodes;
using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Hub;

/// <summary>Keeps a patch from making more of a document than could be sent: each part may be small, and what comes out huge.</summary>
internal static class JsonExtent
{
    /// <summary>The code of what is too much in all.</summary>
    public const string TooLarge = "too_large";

    private const string TooDeep = "too_deep";

    /// <summary>Whether a value may be put at a place.</summary>
    /// <param name="value">The value.</param>
    /// <param name="path">The place.</param>
    /// <param name="left">How much may be put yet; this value's extent is taken off.</param>
    /// <returns>Null, or the code of what is wrong.</returns>
    public static string? Check(JsonNode? value, PatchPointer path, ref int left)
    {
        var fits = Measure(value, path.Segments.Count, ref left);
        return fits ? null : left < 0 ? TooLarge : TooDeep;
    }

    // Levels are bounded before they are entered, so that no document is deep enough for the stack.
    private static bool Measure(JsonNode? node, int level, ref int left)
    {
        left -= 2;
        if (left < 0 || level > JsonSyntax.MaximumDepth)
        {
            return false;
        }

        switch (node)
        {
            case JsonObject members:
                foreach (var (name, member) in members)
                {
                    left -= name.Length;
                    if (!Measure(member, level + 1, ref left))
                    {
                        return false;
                    }
                }

                return true;
            case JsonArray items:
                foreach (var item in items)
                {
                    if (!Measure(item, level + 1, ref left))
                    {
                        return false;
                    }
                }

                return true;
            case JsonValue value when value.TryGetValue<string>(out var text):
                left -= text.Length;
                return left >= 0;
            default:
                return true;
        }
    }
}
