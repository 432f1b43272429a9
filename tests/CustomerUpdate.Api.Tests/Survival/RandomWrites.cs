using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerUpdate.Api.Tests.Survival;

/// <summary>Valid updates in each contract's words: any of the members that it can write, with any of the values that they take.</summary>
internal static class RandomWrites
{
    private static readonly Gen<string> Word = Gen.Elements("Ana María", "O'Neil", "李", "a b  c", "x", "😀 smile");

    private static readonly Gen<JsonNode?> Text = Word.Select(word => (JsonNode?)word);

    private static readonly Gen<JsonNode?> Truth = Gen.Elements(true, false).Select(value => (JsonNode?)value);

    private static readonly Gen<JsonNode?> Phone = Gen.Choose(2000000, 9999999).Select(number => (JsonNode?)$"+1303{number}");

    private static readonly Gen<JsonNode?> Email = Gen.Choose(0, int.MaxValue).Select(number => (JsonNode?)$"r{number}@example.org");

    private static readonly Gen<JsonNode?> Instant = Gen.Elements("2025-01-15T10:30:00.000Z", "2024-12-31T23:59:59Z").Select(time => (JsonNode?)time);

    private static readonly Gen<JsonNode?> Bag = Gen.Elements("""{"plan":"gold"}""", """{"seats":5,"tags":["a"]}""", "{}").Select(json => JsonNode.Parse(json));

    private static readonly Gen<JsonNode?> TextBag = Gen.Elements("""{"plan":"gold"}""", """{"grade":"5A","x":""}""", "{}").Select(json => JsonNode.Parse(json));

    private static readonly Gen<JsonNode?> Uuid = Gen.Elements("3c90c3cc-0d44-4b50-8888-8dd25736052b", "0198f000-0000-7000-8000-000000000abc").Select(id => (JsonNode?)id);

    /// <summary>The bodies of a contract.</summary>
    public static Gen<string> Of(string contract) => contract switch
    {
        "trillet" => Members(("name", Text), ("email", Email), ("phone", Phone)).Select(Json),
        "quentli" => Members(
            ("name", Text), ("email", OrNull(Email)), ("phoneNumber", OrNull(Phone)), ("secondaryPhoneNumber", OrNull(Phone)), ("tosIp", Text),
            ("tags", Gen.Constant((JsonNode?)null).Select(_ => (JsonNode?)new JsonArray("VIP", "new"))), ("signature", OrNull(Text)),
            ("acceptedServiceAgreement", Truth), ("skipTaxInvoice", Truth), ("emailVerified", Truth), ("assigneeId", OrNull(Text)),
            ("optedOutWhatsappAt", OrNull(Instant)), ("replyWithAssistant", OrNull(Truth)), ("meta", TextBag))
            .Select(data => Json(new JsonObject { ["input"] = new JsonObject { ["data"] = data } })),
        "helpscout" => Members(
            ("/firstName", Text), ("/lastName", OrNull(Text)), ("/jobTitle", OrNull(Text)), ("/organization", Text), ("/background", OrNull(Text)),
            ("/age", Text), ("/address/city", OrNull(Text)), ("/address/lines", Gen.Constant(0).Select(_ => (JsonNode?)new JsonArray("1 Main St"))),
            ("/emails", Email.Select(Entry("other"))), ("/phones", Phone.Select(Entry("home"))), ("/chats", Text.Select(Entry("aim"))))
            .Select(Operations),
        "chatwoot" => Members(
            ("name", OrNull(Text)), ("email", OrNull(Email)), ("phone_number", OrNull(Phone)), ("identifier", Email), ("blocked", Truth),
            ("custom_attributes", Bag), ("additional_attributes", Bag), ("avatar_url", Gen.Constant(0).Select(_ => (JsonNode?)"https://example.com/a.png")))
            .Select(Json),
        "insighto" => Members(
            ("first_name", OrNull(Text)), ("last_name", OrNull(Text)), ("email", OrNull(Email)), ("channels", Phone.Select(Channels)),
            ("user_attributes", Bag), ("custom_fields", Bag), ("last_seen", OrNull(Instant)), ("last_sent", OrNull(Instant)), ("first_widget_id", OrNull(Uuid)))
            .Select(Json),
        _ => throw new ArgumentOutOfRangeException(nameof(contract), contract, "Say here what the contract can write."),
    };

    // Each member is there or not, by chance.
    private static Gen<JsonObject> Members(params (string Name, Gen<JsonNode?> Value)[] members) =>
        members.Aggregate(Gen.Constant(0).Select(_ => new JsonObject()), (objects, member) =>
            from built in objects
            from there in Gen.Elements(true, false)
            from value in member.Value
            select With(built, there, member.Name, value));

    private static JsonObject With(JsonObject members, bool there, string name, JsonNode? value)
    {
        if (there)
        {
            members[name] = value?.DeepClone();
        }

        return members;
    }

    private static Gen<JsonNode?> OrNull(Gen<JsonNode?> value) => Gen.OneOf(value, Gen.Constant((JsonNode?)null));

    private static Func<JsonNode?, JsonNode?> Entry(string type) => value => new JsonObject { ["type"] = type, ["value"] = value?.DeepClone() };

    private static JsonNode? Channels(JsonNode? phone) => new JsonObject { ["telephone"] = phone?.DeepClone(), ["whatsapp"] = "yes" };

    private static string Operations(JsonObject members) => Json(new JsonArray([.. members.Select(member => new JsonObject
    {
        ["op"] = member.Value is JsonObject ? "add" : "replace",
        ["path"] = member.Key,
        ["value"] = member.Value?.DeepClone(),
    })]));

    private static string Json(JsonNode node) => node.ToJsonString(new JsonSerializerOptions());
}
