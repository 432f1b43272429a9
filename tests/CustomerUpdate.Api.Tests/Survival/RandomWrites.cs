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

    private static readonly string[] Name = ["/name"];
    private static readonly string[] FirstName = ["/name/first", "/name/full"];
    private static readonly string[] LastName = ["/name/last", "/name/full"];

    // Another number drops what the channels say of the one before.
    private static readonly string[] Phones = ["/phones", "/channels/national_number", "/channels/country_code", "/channels/dial_code"];

    /// <summary>The updates of a contract.</summary>
    public static Gen<RandomWrite> Of(string contract) => contract switch
    {
        "trillet" => Writes(Json, Sent("name", Text, Name), Sent("email", Email, "/emails"), Sent("phone", Phone, Phones)),
        "quentli" => Writes(
            data => Json(new JsonObject { ["input"] = new JsonObject { ["data"] = data } }),
            Sent("name", Text, Name),
            Sent("email", OrNull(Email), "/emails"),
            Sent("phoneNumber", OrNull(Phone), Phones),
            Sent("secondaryPhoneNumber", OrNull(Phone), "/phones"),
            Sent("tosIp", Text, "/consent/tosIp"),
            Sent("tags", Gen.Constant(0).Select(_ => (JsonNode?)new JsonArray("VIP", "new")), "/tags"),
            Sent("signature", OrNull(Text), "/consent/signature", "/consent/signatureAcceptedAt"),
            Sent("acceptedServiceAgreement", Truth, "/consent/acceptedServiceAgreement"),
            Sent("skipTaxInvoice", Truth, "/vendor/quentli/skipTaxInvoice"),
            Sent("emailVerified", Truth, "/verification/emailVerified"),
            Sent("assigneeId", OrNull(Text), "/assigneeId"),
            Sent("optedOutWhatsappAt", OrNull(Instant), "/consent/optedOutWhatsappAt"),
            Sent("replyWithAssistant", OrNull(Truth), "/vendor/quentli/replyWithAssistant"),
            Merged("meta", TextBag, "/customAttributes")),
        "helpscout" => Writes(
            Operations,
            Sent("/firstName", Text, FirstName),
            Sent("/lastName", OrNull(Text), LastName),
            Sent("/jobTitle", OrNull(Text), "/jobTitle"),
            Sent("/organization", Text, "/organization"),
            Sent("/background", OrNull(Text), "/background"),
            Sent("/age", Text, "/age"),
            Sent("/address/city", OrNull(Text), "/address/city"),
            Sent("/address/lines", Gen.Constant(0).Select(_ => (JsonNode?)new JsonArray("1 Main St")), "/address/lines"),
            Sent("/emails", Email.Select(Entry("other")), "/emails"),
            Sent("/phones", Phone.Select(Entry("home")), Phones),
            Sent("/chats", Text.Select(Entry("aim")), "/chats")),
        "chatwoot" => Writes(
            Json,
            Sent("name", OrNull(Text), Name),
            Sent("email", OrNull(Email), "/emails"),
            Sent("phone_number", OrNull(Phone), Phones),
            Sent("identifier", Email, "/identifier"),
            Sent("blocked", Truth, "/blocked"),
            Merged("custom_attributes", Bag, "/customAttributes"),
            Merged("additional_attributes", Bag, "/profileAttributes"),
            Sent("avatar_url", Gen.Constant(0).Select(_ => (JsonNode?)"https://example.com/a.png"), "/photoUrl")),
        "insighto" => Writes(
            Json,
            Sent("first_name", OrNull(Text), FirstName),
            Sent("last_name", OrNull(Text), LastName),
            Sent("email", OrNull(Email), "/emails"),
            Sent("channels", Phone.Select(Channels), "/channels", "/phones"),
            Sent("user_attributes", Bag, "/profileAttributes"),
            Sent("custom_fields", Bag, "/customAttributes"),
            Sent("last_seen", OrNull(Instant), "/lastSeenAt"),
            Sent("last_sent", OrNull(Instant), "/vendor/insighto/lastSent"),
            Sent("first_widget_id", OrNull(Uuid), "/vendor/insighto/firstWidgetId")),
        _ => throw new ArgumentOutOfRangeException(nameof(contract), contract, "Say here what the contract can write, and what moves with it."),
    };

    // Each member is there or not, by chance.
    private static Gen<RandomWrite> Writes(Func<JsonObject, string> body, params Gen<Func<SentMembers, SentMembers>>[] members) =>
        from chosen in Gen.CollectToArray(members)
        let sent = chosen.Aggregate(SentMembers.None, (before, add) => add(before))
        select new RandomWrite(body(sent.Sent), sent.Reach);

    private static Gen<Func<SentMembers, SentMembers>> Sent(string name, Gen<JsonNode?> values, params string[] reach) => Sent(name, values, _ => reach);

    // What is merged moves the keys that are sent, and no other.
    private static Gen<Func<SentMembers, SentMembers>> Merged(string name, Gen<JsonNode?> bags, string path) =>
        Sent(name, bags, bag => bag!.AsObject().Select(member => $"{path}/{member.Key}"));

    private static Gen<Func<SentMembers, SentMembers>> Sent(string name, Gen<JsonNode?> values, Func<JsonNode?, IEnumerable<string>> reach) =>
        from there in Gen.Elements(true, false)
        from value in values
        select (Func<SentMembers, SentMembers>)(sent => there ? sent.With(name, value, reach(value)) : sent);

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
