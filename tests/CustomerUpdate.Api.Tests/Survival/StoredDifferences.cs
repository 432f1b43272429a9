using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Storage.Documents;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Survival;

/// <summary>What differs between two profiles as they are stored, down to the last member: password and references too.</summary>
internal static class StoredDifferences
{
    /// <summary>The paths of what differs, such as <c>/customAttributes/plan</c>. A list is compared whole.</summary>
    public static IReadOnlyList<string> Of(Profile before, Profile after)
    {
        var old = Leaves(before).ToList();
        var now = Leaves(after).ToList();
        return [.. old.Except(now).Concat(now.Except(old)).Select(leaf => leaf.Path).Distinct()];
    }

    // An address of which nothing is known is as good as none; when a part of it is written, no other part has appeared.
    private static IEnumerable<(string Path, string Json)> Leaves(Profile profile)
    {
        var document = JsonSerializer.SerializeToNode(
            ProfileMapping.ToDocument(profile with { Address = profile.Address ?? Address.Empty }), ProfileJson.DocumentType)!;
        return document.AsObject().Where(member => member.Value is not JsonObject { Count: 0 }).SelectMany(member => Leaves(member.Value, $"/{member.Key}"));
    }

    private static IEnumerable<(string Path, string Json)> Leaves(JsonNode? node, string path) => node is JsonObject { Count: > 0 } members
        ? members.SelectMany(member => Leaves(member.Value, $"{path}/{member.Key}"))
        : [(path, node?.ToJsonString() ?? "null")];
}
