using System.Text.Json;
using System.Text.Json.Nodes;

namespace CustomerUpdate.Core.Customers;

/// <summary>Makes one bag of attributes of two. What the survivor says counts, a null of its own too; the other fills the gaps.</summary>
internal static class BagUnion
{
    /// <summary>The union, objects inside the bags united in the same way, however deep they lie.</summary>
    public static ValueMap<BagValue> Unite(ValueMap<BagValue> into, ValueMap<BagValue> from) => Unite(into, from, (own, other) =>
        own is JsonObject members && other is JsonObject others ? Fill(members, others) : null);

    /// <summary>The union, lists under the same name put behind each other: the survivor's items, then those of the other that are not among them.</summary>
    public static ValueMap<BagValue> UniteLists(ValueMap<BagValue> into, ValueMap<BagValue> from) => Unite(into, from, (own, other) =>
        own is JsonArray items && other is JsonArray others ? Append(items, others) : null);

    // The two are put together only where both have the name, and say something that can be put together.
    private static ValueMap<BagValue> Unite(
        ValueMap<BagValue> into, ValueMap<BagValue> from, Func<JsonNode?, JsonNode?, JsonNode?> combine)
    {
        return from.SetAll(into.Select(own => KeyValuePair.Create(own.Key, Combine(own.Key, own.Value))));

        BagValue Combine(string name, BagValue own) =>
            from.TryGetValue(name, out var other) && other != own && combine(Parse(own), Parse(other)) is { } both
                ? BagValue.Of(JsonElement.Parse(both.ToJsonString()))
                : own;
    }

    private static JsonObject Fill(JsonObject own, JsonObject other)
    {
        foreach (var (name, value) in other)
        {
            if (!own.TryGetPropertyValue(name, out var there))
            {
                own[name] = value?.DeepClone();
            }
            else if (there is JsonObject inner && value is JsonObject others)
            {
                Fill(inner, others);
            }
        }

        return own;
    }

    private static JsonArray Append(JsonArray own, JsonArray other)
    {
        foreach (var item in other.Where(item => !own.Any(there => JsonNode.DeepEquals(there, item))).ToList())
        {
            own.Add(item?.DeepClone());
        }

        return own;
    }

    private static JsonNode? Parse(BagValue value) => JsonNode.Parse(value.Json);
}
