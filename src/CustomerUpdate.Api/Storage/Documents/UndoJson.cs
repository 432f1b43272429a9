using System.Text.Json;
using System.Text.Json.Nodes;
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

    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = ProfileJsonContext.MaximumDepth };

    /// <summary>The way back from one state to another.</summary>
    public static string Write(Profile before, Profile after)
    {
        var (was, became) = (Parse(ProfileJson.Write(before)), Parse(ProfileJson.Write(after)));
        var undo = new JsonObject();
        foreach (var name in was.Select(member => member.Key).Union(became.Select(member => member.Key)).Where(name => name != Password))
        {
            // By their texts: as numbers 0.1 and 0.10 are equal, as values of a bag they are not.
            if (was[name]?.ToJsonString() != became[name]?.ToJsonString())
            {
                undo[name] = was[name]?.DeepClone();
            }
        }

        return undo.ToJsonString();
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

    private static JsonObject Parse(string json) => JsonNode.Parse(json, documentOptions: DocumentOptions)!.AsObject();
}
