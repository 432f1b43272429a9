using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>A patch of a canonical customer, in either of the two formats that there are for it.</summary>
internal static class CustomerPatch
{
    /// <summary>The formats, as the header <c>Accept-Patch</c> (RFC 5789) lists them.</summary>
    public const string Formats = $"{MergePatchType}, {JsonPatchType}";

    /// <summary>RFC 7396.</summary>
    public const string MergePatchType = "application/merge-patch+json";

    /// <summary>RFC 6902.</summary>
    public const string JsonPatchType = "application/json-patch+json";

    // What email, phone and secondaryPhone may need.
    private const int ContactPoints = 3;

    private static readonly ValueList<BodyFormat> Bodies = [BodyFormat.Json(MergePatchType, JsonPatchType)];

    /// <summary>The change that a request asks for.</summary>
    public static async Task<Result<ICustomerChange>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if ((await BodyFormat.ReadAsync(Bodies, request, cancellationToken)).TryFailure(out var body, out var unreadable))
        {
            return unreadable with { MediaTypes = [MergePatchType, JsonPatchType] };
        }

        if (body.Root == JsonValueKind.Undefined)
        {
            return Failure.Of(FailureKind.Malformed);
        }

        using var document = JsonDocument.Parse(body.Utf8);
        return BodyFormat.MediaTypeOf(request) == MergePatchType
            ? ReadMergePatch(document.RootElement)
            : ReadJsonPatch(document.RootElement);
    }

    private static ProfileRewrite ReadMergePatch(JsonElement document)
    {
        var patch = JsonNode.Parse(document.GetRawText());
        return Rewrite(CountObjects(document) + ContactPoints, WrittenPlaces.Of(patch), stored =>
        {
            stored = new PatchDocument(MergePatch.Apply(stored.Root, patch));
            return stored;
        });
    }

    private static Result<ICustomerChange> ReadJsonPatch(JsonElement document)
    {
        if (JsonPatchReader.Read(document.Clone()).TryFailure(out var patch, out var invalid))
        {
            return invalid;
        }

        // An entry may lose its id to an operation, a list may be copied to each of the others, and ids that were given are passed over.
        var needed = ((CountObjects(document) + patch.Operations.Count) * (Enum.GetValues<EntryKind>().Length + 1)) + ContactPoints;
        return Rewrite(needed, WrittenPlaces.Of(patch), stored => patch.Apply(stored) is { } failure ? failure : stored);
    }

    private static ProfileRewrite Rewrite(int entryIdsNeeded, WrittenPlaces written, Func<PatchDocument, Result<PatchDocument>> patch) =>
        new(entryIdsNeeded, (profile, context) =>
        {
            var canonical = PatchedCustomer.CanonicalOf(context.Stored! with { Profile = profile });
            return patch(new PatchDocument(canonical.DeepClone())).TryFailure(out var patched, out var failure)
                ? failure
                : PatchedCustomer.Read(canonical, patched.Root, written, profile, context);
        });

    // The most entries that a document can bring along.
    private static int CountObjects(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().Sum(item => CountObjects(item) + (item.ValueKind == JsonValueKind.Object ? 1 : 0)),
        JsonValueKind.Object => json.EnumerateObject().Sum(member => CountObjects(member.Value)),
        _ => 0,
    };
}
