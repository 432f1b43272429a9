using System.Text.Json;

namespace CustomerUpdate.Api.Tests.Conformance;

/// <summary>Compares an answer with the one that a vendor published.</summary>
internal static class PublishedShape
{
    /// <summary>Asserts that an answer has all members of a sample. A text, a number or a truth may be null, or a list empty: samples show all they can.</summary>
    public static void AssertHas(string sample, string answer)
    {
        using var published = JsonDocument.Parse(sample);
        using var answered = JsonDocument.Parse(answer);
        AssertHas(published.RootElement, answered.RootElement, "$");
    }

    private static void AssertHas(JsonElement published, JsonElement answered, string path)
    {
        if (answered.ValueKind == JsonValueKind.Null && published.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            return;
        }

        var kinds = (KindOf(published), KindOf(answered));
        Assert.True(kinds.Item1 == kinds.Item2, $"{path} is {kinds.Item2} and was published as {kinds.Item1}.");
        if (published.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in published.EnumerateObject())
            {
                var there = answered.TryGetProperty(member.Name, out var value);
                Assert.True(there || IsFree(path), $"{path}.{member.Name} is missing.");
                if (there)
                {
                    AssertHas(member.Value, value, $"{path}.{member.Name}");
                }
            }
        }

        if (published.ValueKind == JsonValueKind.Array && published.GetArrayLength() > 0)
        {
            foreach (var item in answered.EnumerateArray())
            {
                AssertHas(published[0], item, $"{path}[]");
            }
        }
    }

    // The members of a bag are the customer's, not the contract's.
    private static bool IsFree(string path) => path.EndsWith("attributes", StringComparison.Ordinal) || path.EndsWith(".meta", StringComparison.Ordinal);

    private static JsonValueKind KindOf(JsonElement element) => element.ValueKind == JsonValueKind.False ? JsonValueKind.True : element.ValueKind;
}
