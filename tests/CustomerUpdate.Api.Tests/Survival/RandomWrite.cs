using System.Text.Json.Nodes;

namespace CustomerUpdate.Api.Tests.Survival;

/// <summary>An update in a contract's words, and what of the stored customer it may move.</summary>
/// <param name="Body">What is sent.</param>
/// <param name="Reach">The paths of what was sent, and of what follows from it by the rules in docs/mapping.md; all below them too.</param>
internal sealed record RandomWrite(string Body, IReadOnlyList<string> Reach)
{
    /// <summary>Whether the write may have moved what is stored under a path.</summary>
    public bool Reaches(string path) => Reach.Any(reached => path == reached || path.StartsWith($"{reached}/", StringComparison.Ordinal));
}

/// <summary>The members of an update that are sent, before they are put together to a body.</summary>
/// <param name="Sent">The members.</param>
/// <param name="Reach">What they may move.</param>
internal sealed record SentMembers(JsonObject Sent, IReadOnlyList<string> Reach)
{
    /// <summary>No member.</summary>
    public static SentMembers None => new([], []);

    /// <summary>These and one more.</summary>
    public SentMembers With(string name, JsonNode? value, IEnumerable<string> reach) =>
        new(new JsonObject([.. Sent.Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())), KeyValuePair.Create(name, value?.DeepClone())]), [.. Reach, .. reach]);
}
