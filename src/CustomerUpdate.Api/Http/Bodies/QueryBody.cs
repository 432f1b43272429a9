using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace CustomerUpdate.Api.Http;

/// <summary>Makes JSON of a query, so that what is asked there is read, compared and refused like what is asked in a body.</summary>
internal static class QueryBody
{
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

    /// <summary>A parameter, the last one where there are several; null where there is none.</summary>
    public static string? Find(HttpRequest request, string name)
    {
        string? found = null;
        foreach (var parameter in new QueryStringEnumerable(request.QueryString.Value))
        {
            if (parameter.DecodeName().Span.SequenceEqual(name))
            {
                found = parameter.DecodeValue().ToString();
            }
        }

        return found;
    }
}
