using System.Globalization;
using System.Text.Json.Nodes;

namespace CustomerUpdate.Benchmarks.Load.Customers;

/// <summary>
/// The customer that all others are copies of. Whatever must differ between customers has a number in it, always the same one: a copy is the
/// same rows with another number in its place.
/// </summary>
internal static class TemplateCustomer
{
    /// <summary>The number.</summary>
    public const long Number = 90_000_000;

    /// <summary>The first copy's number; the next ones follow. As many digits as the template's.</summary>
    public const long First = 10_000_000;

    /// <summary>The body that makes it through the hub.</summary>
    /// <param name="entries">How many e-mail addresses and phone numbers it has together, one and one in turn.</param>
    public static JsonObject Body(int entries)
    {
        var emails = Enumerable.Range(1, (entries + 1) / 2).Select(index => Entry(2 * index, "work", $"ann.{Number}.{index}@example.com")).ToArray();
        var phones = Enumerable.Range(1, entries / 2).Select(index => Entry((2 * index) + 1, "mobile", $"+52{index:D2}{Number}")).ToArray();
        var body = new JsonObject
        {
            ["firstName"] = "Ann",
            ["lastName"] = $"Bear {Number}",
            ["emails"] = new JsonArray(emails),
            ["phones"] = new JsonArray(phones),
            ["email"] = (string)emails[0]["value"]!,
            ["jobTitle"] = "Ranger",
            ["organization"] = $"Forest {Number}",
            ["address"] = new JsonObject { ["lines"] = new JsonArray("123 West Main St"), ["city"] = "Dallas", ["state"] = "TX", ["postalCode"] = "74206", ["country"] = "US" },
            ["tags"] = new JsonArray("VIP"),
            ["customAttributes"] = new JsonObject { ["plan"] = "gold", ["seats"] = 5, ["note"] = "none yet" },
            ["references"] = new JsonObject
            {
                ["trillet"] = new JsonArray($"conversation{Number}"),
                ["quentli"] = $"cmbench0000customer{Number}",
                ["helpscout"] = Number,
                ["chatwoot"] = Number,
                ["insighto"] = $"00000000-0000-4000-8000-{Number:D12}",
            },
        };
        if (phones.Length > 0)
        {
            body["phone"] = (string)phones[0]["value"]!;
        }

        return body;
    }

    private static JsonObject Entry(int index, string type, string value) => new()
    {
        ["id"] = long.Parse($"{Number}{index:D2}", CultureInfo.InvariantCulture),
        ["type"] = type,
        ["value"] = value,
    };
}
