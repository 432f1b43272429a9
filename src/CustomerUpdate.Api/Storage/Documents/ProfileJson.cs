using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Storage.Documents;

/// <summary>The <c>data</c> column: a <see cref="Profile"/> as one JSON document.</summary>
internal static class ProfileJson
{
    private static readonly ProfileJsonContext Context = new(new JsonSerializerOptions(ProfileJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // stored, never put into a page
    });

    /// <summary>How the document is written and read.</summary>
    public static JsonTypeInfo<ProfileDocument> DocumentType => Context.ProfileDocument;

    /// <summary>The document of a profile.</summary>
    public static string Write(Profile profile) => JsonSerializer.Serialize(ProfileMapping.ToDocument(profile), Context.ProfileDocument);

    /// <summary>The profile in a document.</summary>
    public static Profile Read(string json) => ProfileMapping.ToProfile(JsonSerializer.Deserialize(json, Context.ProfileDocument)!);
}
