using System.Text.Json;

namespace CustomerUpdate.Api.Http;

/// <summary>Finds what no object may have: a name twice.</summary>
internal static class RepeatedNames
{
    /// <summary>The first name that comes again, and where in the JSON; null where none does.</summary>
    public static (string Name, long Offset)? Find(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = JsonSyntax.MaximumDepth });
        var objects = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    objects.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    objects.Pop();
                    break;
                case JsonTokenType.PropertyName when reader.GetString() is { } name && !objects.Peek().Add(name):
                    return (name, reader.TokenStartIndex);
                default:
                    break;
            }
        }

        return null;
    }
}
