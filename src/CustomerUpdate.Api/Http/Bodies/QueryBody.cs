using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.WebUtilities;

namespace CustomerUpdate.Api.Http;

/// <summary>Makes JSON of a query, so that what is asked there is read, compared and refused like what is asked in a body.</summary>
internal static class QueryBody
{
    /// <summary>What is read in the place of bytes that are no text: no contract takes it. Left escaped, they would be stored as if they were one.</summary>
    private const string NoText = "\0";

    /// <summary>An object of those parameters that are there, by their names to the letter; of several the last one counts.</summary>
    public static RequestBody Read(HttpRequest request, IReadOnlyCollection<string> names)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        foreach (var name in names)
        {
            if (Find(request, name) is { } value)
            {
                writer.WriteString(name, value);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        return new RequestBody(buffer.WrittenMemory, JsonValueKind.Object);
    }

    /// <summary>A parameter, the last one where there are several; null where there is none, and U+0000 for bytes that are no text.</summary>
    public static string? Find(HttpRequest request, string name)
    {
        string? found = null;
        foreach (var parameter in new QueryStringEnumerable(request.QueryString.Value))
        {
            if (parameter.DecodeName().Span.SequenceEqual(name))
            {
                found = Decode(parameter.EncodedValue.Span);
            }
        }

        return found;
    }

    private static string Decode(ReadOnlySpan<char> escaped)
    {
        var text = escaped.ToString();
        if (!escaped.ContainsAny('%', '+'))
        {
            return text;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var decoded = WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length);
        return Utf8.IsValid(decoded) ? Encoding.UTF8.GetString(decoded) : NoText;
    }
}
