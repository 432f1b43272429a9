using System.Text.Json.Nodes;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// What a patch says of a customer: what it changed, what it took away (which gets the value that it has on a customer of whom nothing is
/// known), and what it wrote again beside a change of something that depends on it.
/// </summary>
/// <param name="Said">The members that are said, as a document that could have been sent.</param>
/// <param name="Edited">Those of its lists of which only entries were edited, and <c>channels</c> where they say nothing of the telephone.</param>
internal sealed record CustomerDifference(JsonObject Said, ValueList<string> Edited)
{
    private const string Phone = "phone";
    private const string Channels = "channels";

    // Their members are the contract's, and absent ones stay; those of other objects are the tenant's, which are replaced whole.
    private static readonly HashSet<string> FixedShapes = ["address", "consent", "verification", "vendor", "references"];

    private static readonly string[][] Related = [["name", "firstName", "lastName"], ["email", "emails"], [Phone, "secondaryPhone", "phones", Channels]];

    private static readonly (string List, string Primary)[] Lists = [("emails", "email"), ("phones", Phone)];

    private static readonly JsonObject Defaults = PatchedCustomer.CanonicalOf(new Customer
    {
        TenantId = default,
        Id = default,
        Version = 0,
        CreatedAt = default,
        UpdatedAt = default,
        Profile = new Profile(),
    });

    /// <summary>The difference that a patch made.</summary>
    /// <param name="before">The document that it applied to.</param>
    /// <param name="after">What it made of that.</param>
    /// <param name="written">Where it wrote.</param>
    public static CustomerDifference Between(JsonObject before, JsonObject after, WrittenPlaces written)
    {
        var said = Changes(before, after, Defaults, isRoot: true);
        var (was, now) = (TelephoneOf(before), TelephoneOf(after));
        var another = !JsonNode.DeepEquals(was, now);
        var related = Related.Where(group => group.Any(name => said.ContainsKey(name) || IsWrittenAlone(name, written))).SelectMany(group => group);
        foreach (var name in related.Where(name => written.Reaches(name) && !said.ContainsKey(name)).ToList())
        {
            // The telephone is the phone: of two that differ, the one that only repeats what is stored is not the one that is meant.
            if ((name != Phone || !another || now is null) && IsMeant(name, after, written))
            {
                said[name] = (after.TryGetPropertyValue(name, out var value) ? value : Defaults[name])?.DeepClone();
            }
        }

        var isTelephoneSaid = another || (written.Covers(Channels, Profile.TelephoneChannel) && !written.Reaches(Phone));
        var edited = Lists.Where(list => !written.Covers(list.List) || (written.Reaches(list.Primary) && !said.ContainsKey(list.Primary)));
        return new CustomerDifference(said, [.. edited.Select(list => list.List), .. isTelephoneSaid ? Array.Empty<string>() : [Channels]]);
    }

    // Who sends a whole customer back has changed either an address or its entry. What only repeats the stored one then gives way: the list to the
    // address, and an address to a list that lacks it.
    private static bool IsMeant(string name, JsonObject after, WrittenPlaces written) => name switch
    {
        "emails" or "phones" => IsWrittenAlone(name, written),
        "email" => HasEntry(after, "emails", after[name]),
        Phone or "secondaryPhone" => HasEntry(after, "phones", after[name]),
        _ => true,
    };

    private static bool HasEntry(JsonObject customer, string list, JsonNode? value) =>
        value is null || (customer[list] as JsonArray)?.Any(entry => JsonNode.DeepEquals((entry as JsonObject)?["value"], value)) == true;

    // A list without a word about its primary says something even where it is the stored one: its first entry is the primary.
    private static bool IsWrittenAlone(string name, WrittenPlaces written) =>
        Lists.Any(list => list.List == name && written.Covers(name) && !written.Reaches(list.Primary));

    private static JsonNode? TelephoneOf(JsonObject customer) => (customer[Channels] as JsonObject)?[Profile.TelephoneChannel];

    private static JsonObject Changes(JsonObject before, JsonObject after, JsonObject? defaults, bool isRoot)
    {
        var changes = new JsonObject();
        foreach (var name in before.Concat(after).Select(member => member.Key).Distinct())
        {
            var (was, now) = (before[name], after.TryGetPropertyValue(name, out var value) ? value : defaults?[name]);
            if (was is JsonObject old && now is JsonObject made && (!isRoot || FixedShapes.Contains(name)))
            {
                var inside = Changes(old, made, defaults?[name] as JsonObject, isRoot: false);
                if (inside.Count > 0)
                {
                    changes[name] = inside;
                }
            }
            else if (!before.ContainsKey(name) || !JsonNode.DeepEquals(was, now))
            {
                changes[name] = now?.DeepClone();
            }
        }

        return changes;
    }
}
