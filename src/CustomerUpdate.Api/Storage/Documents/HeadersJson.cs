using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CustomerUpdate.Api.Storage.Documents;

/// <summary>The <c>headers</c> column: an object of names and values, in the order in which they are sent.</summary>
internal static class HeadersJson
{
    /// <summary>Rows are only ever inserted: nobody asks whether the headers of one have changed.</summary>
    public static ValueComparer<Dictionary<string, string>> Comparer { get; } =
        new((left, right) => ReferenceEquals(left, right), headers => headers.Count, headers => headers);

    /// <summary>The document of headers.</summary>
    public static string Write(Dictionary<string, string> headers) =>
        JsonSerializer.Serialize(headers, HeadersJsonContext.Default.DictionaryStringString);

    /// <summary>The headers of a document.</summary>
    public static Dictionary<string, string> Read(string json) =>
        JsonSerializer.Deserialize(json, HeadersJsonContext.Default.DictionaryStringString)!;
}

/// <summary>The serializer of the document.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class HeadersJsonContext : JsonSerializerContext;
