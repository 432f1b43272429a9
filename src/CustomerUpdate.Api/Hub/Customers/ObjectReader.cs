using System.Text.Json;
using System.Text.RegularExpressions;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Reads the members of one JSON object. What is wrong is noted under its JSON Pointer and read as absent, so that one mistake never
/// hides another. Once all members have been asked for, <see cref="RefuseOthers"/> notes those that nobody knows.
/// </summary>
/// <param name="json">The object.</param>
/// <param name="pointer">Where it stands: a JSON Pointer (RFC 6901).</param>
/// <param name="problems">Where mistakes are noted, for the whole document.</param>
internal sealed partial class ObjectReader(JsonElement json, string pointer, ICollection<Problem> problems)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>A text, or null.</summary>
    public Optional<string?> Text(string name) => Read<string?>(name, "must be a string or null", value => value.ValueKind switch
    {
        JsonValueKind.Null => Optional<string?>.Of(null),
        JsonValueKind.String => value.GetString(),
        _ => default,
    });

    /// <summary>A truth value.</summary>
    public Optional<bool> Flag(string name) => Read(name, "must be true or false", value =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : Optional<bool>.Absent);

    /// <summary>A positive integer.</summary>
    public Optional<long> Number(string name) => Read(name, "must be a positive integer", value =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number > 0 ? number : Optional<long>.Absent);

    /// <summary>An instant in ISO 8601 with its offset, or null; UTC, cut to the microsecond that is stored.</summary>
    public Optional<DateTimeOffset?> Instant(string name) =>
        Read<DateTimeOffset?>(name, "must be a timestamp in ISO 8601 with an offset, such as 2026-01-02T03:04:05.678Z, or null", value => value.ValueKind switch
        {
            JsonValueKind.Null => Optional<DateTimeOffset?>.Of(null),
            JsonValueKind.String when Offset().IsMatch(value.GetString()!) && value.TryGetDateTimeOffset(out var instant) =>
                instant.ToUniversalTime().AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond)),
            _ => default,
        });

    /// <summary>An object whose members are the tenant's own.</summary>
    public Optional<ValueMap<BagValue>> Bag(string name) => Read(name, "must be an object", value => value.ValueKind == JsonValueKind.Object
        ? ValueMap<BagValue>.Of(value.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, BagValue.Of(member.Value))))
        : Optional<ValueMap<BagValue>>.Absent);

    /// <summary>Any value.</summary>
    public Optional<JsonElement> Any(string name) => Read<JsonElement>(name, "", value => value);

    /// <summary>A list of texts.</summary>
    public Optional<ValueList<string>> Texts(string name) => Items(name, "must be a list of strings").Select(items => items
        .Where(item => item.Json.ValueKind == JsonValueKind.String || Refuse(item.Pointer, "wrong_type", "must be a string"))
        .Select(item => item.Json.GetString()!).ToValueList());

    /// <summary>A list of objects, a reader for each; items that are none are noted.</summary>
    public Optional<ValueList<ObjectReader>> Objects(string name) => Items(name, "must be a list of objects").Select(items => items
        .Where(item => item.Json.ValueKind == JsonValueKind.Object || Refuse(item.Pointer, "wrong_type", "must be an object"))
        .Select(item => new ObjectReader(item.Json, item.Pointer, problems)).ToValueList());

    /// <summary>A reader for an object; null where the member is absent or no object.</summary>
    public ObjectReader? Object(string name) => NullableObject(name, mayBeNull: false).Or(null);

    /// <summary>A reader for an object; null where the member is null.</summary>
    public Optional<ObjectReader?> NullableObject(string name, bool mayBeNull = true) =>
        Read<ObjectReader?>(name, mayBeNull ? "must be an object or null" : "must be an object", value => value.ValueKind switch
        {
            JsonValueKind.Object => new ObjectReader(value, At(name), problems),
            JsonValueKind.Null when mayBeNull => Optional<ObjectReader?>.Of(null),
            _ => default,
        });

    /// <summary>Notes that the host makes a member itself, where it was sent.</summary>
    public void RefuseReadOnly(string name)
    {
        if (Any(name).IsPresent)
        {
            RefuseMember(name, "read_only", "is made by the server and cannot be written");
        }
    }

    /// <summary>Takes a member for known without looking at it.</summary>
    public void Ignore(string name) => known.Add(name);

    /// <summary>Notes every member that was not asked for.</summary>
    public void RefuseOthers()
    {
        foreach (var other in json.EnumerateObject().Where(member => !known.Contains(member.Name)))
        {
            RefuseMember(other.Name, "unknown_member", $"\"{other.Name}\" is not a member of this object");
        }
    }

    /// <summary>Notes what is wrong with a member.</summary>
    public void RefuseMember(string name, string code, string message) => Refuse(At(name), code, message);

    /// <summary>Notes what is wrong with an item of a member.</summary>
    public void RefuseItem(string name, int index, string code, string message) => Refuse($"{At(name)}/{index}", code, message);

    /// <summary>The JSON Pointer of a member.</summary>
    public string At(string name) => $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private Optional<ValueList<(JsonElement Json, string Pointer)>> Items(string name, string rule) =>
        Read<ValueList<(JsonElement Json, string Pointer)>>(name, rule, value => value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select((item, index) => (item, $"{At(name)}/{index}")).ToValueList()
            : Optional<ValueList<(JsonElement Json, string Pointer)>>.Absent);

    private Optional<T> Read<T>(string name, string rule, Func<JsonElement, Optional<T>> read)
    {
        known.Add(name);
        if (!json.TryGetProperty(name, out var value))
        {
            return default;
        }

        var result = read(value);
        if (!result.IsPresent)
        {
            RefuseMember(name, "wrong_type", rule);
        }

        return result;
    }

    private bool Refuse(string at, string code, string message)
    {
        problems.Add(new Problem(at, code, message));
        return false;
    }

    [GeneratedRegex(@"T.*(Z|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
