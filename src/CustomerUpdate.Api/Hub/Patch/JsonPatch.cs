using System.Globalization;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>A JSON Patch (RFC 6902): operations that apply one after the other, all or none.</summary>
/// <param name="Operations">The operations, in order.</param>
internal sealed record JsonPatch(ValueList<JsonPatchOperation> Operations)
{
    /// <summary>The most operations.</summary>
    public const int MaximumOperations = 500;

    private const string TestFailed = "test_failed";
    private const string PathNotFound = "path_not_found";

    // Copies of copies grow without a word being sent; what is copied and moved counts, in characters of JSON.
    private const int MaximumMoved = 4 * BoundedBody.Limit;

    /// <summary>Whether a problem is that a patch does not fit the state that the document is in, while the patch itself is sound.</summary>
    public static bool IsConflict(Problem problem) => problem.Code is TestFailed or PathNotFound;

    /// <summary>Applies the operations.</summary>
    /// <returns>Null, or why the document is not to be used: the first operation that failed, which its problem points at.</returns>
    public Failure? Apply(PatchDocument document)
    {
        var left = MaximumMoved;
        for (var index = 0; index < Operations.Count; index++)
        {
            if (Apply(document, Operations[index], ref left) is { } code)
            {
                return code == JsonExtent.TooLarge
                    ? Failure.Of(FailureKind.TooLarge)
                    : Failure.Invalid([new Problem($"/{index.ToString(CultureInfo.InvariantCulture)}", code, Explain(code))]);
            }
        }

        return null;
    }

    private static string? Apply(PatchDocument document, JsonPatchOperation operation, ref int left)
    {
        switch (operation.Verb)
        {
            case JsonPatchVerb.Test:
                return !document.TryFind(operation.Path, out var found) ? PathNotFound
                    : JsonNode.DeepEquals(found, operation.Value) ? null : TestFailed;
            case JsonPatchVerb.Add:
                return Add(document, operation.Path, operation.Value?.DeepClone(), ref left);
            case JsonPatchVerb.Remove:
                return document.TryRemove(operation.Path, out _) ? null : PathNotFound;
            case JsonPatchVerb.Replace:
                return document.TryRemove(operation.Path, out _)
                    ? Add(document, operation.Path, operation.Value?.DeepClone(), ref left)
                    : PathNotFound;
            case JsonPatchVerb.Copy:
                return !document.TryFind(operation.From!, out var copied) ? PathNotFound
                    : JsonExtent.Check(copied, operation.Path, ref left) ?? Put(document, operation.Path, copied?.DeepClone());
            case JsonPatchVerb.Move when operation.Path.Segments.Equals(operation.From!.Segments):
                return document.TryFind(operation.Path, out _) ? null : PathNotFound;
            case JsonPatchVerb.Move:
                return document.TryRemove(operation.From!, out var moved) ? Add(document, operation.Path, moved, ref left) : PathNotFound;
            default:
                throw new NotSupportedException($"There is no operation {operation.Verb}.");
        }
    }

    private static string? Add(PatchDocument document, PatchPointer path, JsonNode? value, ref int left) =>
        JsonExtent.Check(value, path, ref left) ?? Put(document, path, value);

    private static string? Put(PatchDocument document, PatchPointer path, JsonNode? value) =>
        document.TryAdd(path, value) ? null : PathNotFound;

    private static string Explain(string code) => code switch
    {
        TestFailed => "The value is another one.",
        PathNotFound => "The document has no such place.",
        _ => $"The document would be more than {JsonSyntax.MaximumDepth} levels deep.",
    };
}
