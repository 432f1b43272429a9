using System.Text.Json;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Reads <c>vendor</c>: what one vendor only knows. Members that are not sent stay; null takes a member, or all of a vendor's, away. Values
/// are kept as given.
/// </summary>
internal static class VendorReader
{
    private static readonly ValueKind Flag = new("true or false", value => value.ValueKind is JsonValueKind.True or JsonValueKind.False);
    private static readonly ValueKind Text = new("a string", value => value.ValueKind == JsonValueKind.String);
    private static readonly ValueKind Integer = new("an integer", value => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _));
    private static readonly ValueKind Objects = new("a list of objects", value =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object));

    private static readonly (string Vendor, (string Name, ValueKind Kind)[] Members)[] Vendors =
    [
        ("quentli", [("skipTaxInvoice", Flag), ("replyWithAssistant", Flag)]),
        ("insighto",
        [
            ("lastSent", Text), ("firstAssistantId", Text), ("lastAssistantId", Text), ("firstWidgetId", Text), ("lastWidgetId", Text),
        ]),
        ("helpscout", [("conversationCount", Integer), ("organizationId", Integer)]),
        ("chatwoot", [("contactInboxes", Objects)]),
    ];

    /// <summary>The edits that were sent, by vendor.</summary>
    /// <param name="vendor">The object; null where none was sent.</param>
    /// <param name="stored">What there was.</param>
    public static ValueMap<BagEdit> Read(ObjectReader? vendor, ValueMap<ValueMap<BagValue>> stored)
    {
        if (vendor is null)
        {
            return ValueMap<BagEdit>.Empty;
        }

        var edits = Vendors
            .Select(known => (known.Vendor, Bag: vendor.NullableObject(known.Vendor), known.Members))
            .Where(known => known.Bag.IsPresent)
            .Select(known => KeyValuePair.Create(known.Vendor, known.Bag.Value is { } bag
                ? Edit(bag, known.Members)
                : new BagEdit { Remove = (stored.Find(known.Vendor)?.Keys ?? []).ToValueList() }))
            .ToList();
        vendor.RefuseOthers();
        return ValueMap<BagEdit>.Of(edits);
    }

    private static BagEdit Edit(ObjectReader bag, (string Name, ValueKind Kind)[] members)
    {
        var edit = BagEdit.None;
        foreach (var (name, kind) in members)
        {
            var value = bag.Any(name);
            if (value.IsAbsent)
            {
                continue;
            }

            if (value.Value.ValueKind == JsonValueKind.Null)
            {
                edit = edit with { Remove = [.. edit.Remove, name] };
            }
            else if (kind.Takes(value.Value))
            {
                edit = edit with { Merge = edit.Merge.Set(name, BagValue.Of(value.Value)) };
            }
            else
            {
                bag.RefuseMember(name, "wrong_type", $"must be {kind.Name} or null");
            }
        }

        bag.RefuseOthers();
        return edit;
    }

    private sealed record ValueKind(string Name, Func<JsonElement, bool> Takes);
}
