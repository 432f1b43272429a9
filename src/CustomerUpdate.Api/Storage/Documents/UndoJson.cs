using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Storage.Documents;

/// <summary>
/// The <c>undo</c> column: what turns the stored form of a version back into that of the one before, exactly (times to the tick, keys, which
/// entry was the primary), as history for people does not. A merge patch of depth one: each member that differs with its old value, null where
/// it was not there. Passwords are neither kept nor undone.
/// </summary>
internal static class UndoJson
{
    private const string Password = "passwordHash";

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = ProfileJsonContext.MaximumDepth };

    private static readonly JsonPropertyInfo[] Members = [.. ProfileJson.DocumentType.Properties.Where(member => member.Name != Password)];

    /// <summary>The way back from one state to another.</summary>
    public static string Write(Profile before, Profile after)
    {
        var (was, became) = (ProfileMapping.ToDocument(before), ProfileMapping.ToDocument(after));
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            foreach (var member in Members)
            {
                var old = member.Get!(was);
                if (!Equals(old, member.Get(became)))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member, old);
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The state before some versions, given the one after them.</summary>
    /// <param name="after">The state after them.</param>
    /// <param name="undos">Their ways back, the newest first.</param>
    public static Profile Apply(Profile after, params IEnumerable<string> undos)
    {
        var document = Parse(ProfileJson.Write(after));
        foreach (var (name, old) in undos.SelectMany(Parse))
        {
            if (old is null)
            {
                document.Remove(name);
            }
            else
            {
                document[name] = old.DeepClone();
            }
        }

        return ProfileJson.Read(document.ToJsonString());
    }

    // What the document leaves out was not there.
    private static void Write(Utf8JsonWriter writer, JsonPropertyInfo member, object? old)
    {
        if (old is null or false)
        {
            writer.WriteNullValue();
        }
        else
        {
            JsonSerializer.Serialize(writer, old, member.Options.GetTypeInfo(member.PropertyType));
        }
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json, documentOptions: DocumentOptions)!.AsObject();
}
