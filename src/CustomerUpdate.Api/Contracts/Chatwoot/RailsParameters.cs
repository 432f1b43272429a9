using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>
/// Rails' syntax for structured parameters in forms and queries: <c>a[b]=1</c> is a member, <c>a[]=1</c> an item, <c>a[][b]=1</c> a member
/// of the last item, or of a new one where that has it already. https://guides.rubyonrails.org/action_controller_overview.html
/// </summary>
internal static partial class RailsParameters
{
    /// <summary>The most names in a row. Rack's own limit.</summary>
    public const int MaximumDepth = 32;

    /// <summary>The most parameters.</summary>
    public const int MaximumCount = 1000;

    /// <summary>
    /// The parameters as JSON, all values being texts, and null where a name has no value. <see cref="FailureKind.Malformed"/> where there are
    /// too many, one lies too deep, or one thing is said to be of two kinds.
    /// </summary>
    public static Result<JsonObject> Read(IEnumerable<KeyValuePair<string, string?>> pairs)
    {
        var parameters = new JsonObject();
        var count = 0;
        foreach (var (name, value) in pairs)
        {
            var path = PathOf(name);
            if (++count > MaximumCount || path.Length > MaximumDepth || (path[0].Length > 0 && !Put(parameters, path, value)))
            {
                return Failure.Of(FailureKind.Malformed);
            }
        }

        return parameters;
    }

    // A name whose brackets do not match is a plain name.
    private static string[] PathOf(string name) => Structured().Match(name) is { Success: true } match
        ? [match.Groups["first"].Value, .. match.Groups["next"].Captures.Select(next => next.Value)]
        : [name];

    private static bool Put(JsonObject target, ReadOnlySpan<string> path, string? value)
    {
        var name = path[0];
        var rest = path[1..];
        if (rest.IsEmpty)
        {
            target[name] = value;
            return true;
        }

        var isItem = rest[0].Length == 0;
        var inner = target[name] ?? (isItem ? new JsonArray() : new JsonObject());
        if (inner.Parent is null)
        {
            target[name] = inner;
        }

        return inner switch
        {
            JsonArray items when isItem => Append(items, rest[1..], value),
            JsonObject members when !isItem => Put(members, rest, value),
            _ => false,
        };
    }

    private static bool Append(JsonArray items, ReadOnlySpan<string> path, string? value)
    {
        if (path.IsEmpty)
        {
            items.Add(value);
            return true;
        }

        if (path[0].Length == 0)
        {
            var list = new JsonArray();
            items.Add(list);
            return Append(list, path[1..], value);
        }

        if (items.LastOrDefault() is not JsonObject item || Has(item, path))
        {
            item = [];
            items.Add(item);
        }

        return Put(item, path, value);
    }

    // Lists inside an item go on growing: only a member that would be written twice begins the next item.
    private static bool Has(JsonObject item, ReadOnlySpan<string> path)
    {
        JsonNode? at = item;
        foreach (var name in path)
        {
            if (name.Length == 0 || at is not JsonObject members || !members.TryGetPropertyValue(name, out at))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"\A(?<first>[^\[\]]+)(?:\[(?<next>[^\[\]]*)\])*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Structured();
}
