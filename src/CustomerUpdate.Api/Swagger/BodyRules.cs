using System.Text.Json.Nodes;

namespace CustomerUpdate.Api.Swagger;

/// <summary>
/// What only a contract's validator knows of a body's members: whether null means something, and which must be there. The types cannot tell:
/// every member of a request takes everything, so that a validator can report all that is wrong.
/// </summary>
/// <param name="isValid">Whether the contract takes a body.</param>
/// <param name="example">A body that it takes.</param>
internal sealed class BodyRules(Func<JsonNode?, bool> isValid, string example)
{
    /// <summary>The step of a path into the items of a list.</summary>
    public const string Item = "[]";

    /// <summary>The step of a path into the values of a map.</summary>
    public const string Value = "{}";

    /// <summary>Whether a body that says null at a path is taken: with nothing else, or with all else that the example says.</summary>
    public bool TakesNull(IReadOnlyList<string> path) => isValid(Put(null, [.. path])) || isValid(Put(JsonNode.Parse(example), [.. path]));

    /// <summary>Whether the example is no longer taken once what is at a path is gone.</summary>
    public bool Requires(IReadOnlyList<string> path)
    {
        var body = JsonNode.Parse(example);
        return Remove(body, [.. path]) && !isValid(body);
    }

    private static JsonNode? Put(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (path is not [var step, .. var rest])
        {
            return null;
        }

        if (step == Item)
        {
            return new JsonArray(Put(node is JsonArray { Count: > 0 } items ? items[0] : null, rest));
        }

        var name = step == Value ? "key" : step;
        var members = (node as JsonObject)?.DeepClone().AsObject() ?? [];
        members[name] = Put(members[name], rest);
        return members;
    }

    private static bool Remove(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (node is JsonArray items && path is [Item, .. var inItem])
        {
            var removed = false;
            foreach (var item in items)
            {
                removed |= Remove(item, inItem);
            }

            return removed;
        }

        return node is JsonObject members && path switch
        {
            [var last] => members.Remove(last),
            [var next, .. var rest] => Remove(members[next], rest),
            _ => false,
        };
    }
}
