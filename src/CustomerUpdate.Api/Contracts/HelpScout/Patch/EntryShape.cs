using System.Text.Json;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>What the entries of a collection look like: <c>{"type", "value"}</c>, both required; websites have no type.</summary>
/// <param name="Kind">The collection.</param>
/// <param name="Type">What the type must be; null where entries have none.</param>
/// <param name="Value">What the value must be.</param>
internal sealed record EntryShape(EntryKind Kind, WordRule? Type, TextRule Value)
{
    // What an entry is shown as that others wrote without a type, or with one that is not listed: Help Scout's always have a listed one.
    private const string OtherType = "other";

    /// <summary>What is wrong with an entry that was sent.</summary>
    public IEnumerable<Problem> Check(JsonElement entry, string where) => entry.ValueKind switch
    {
        JsonValueKind.Object =>
        [
            .. Type?.Check(Member(entry, "type"), $"{where}.type") ?? [],
            .. Value.Check(Member(entry, "value"), $"{where}.value"),
        ],
        JsonValueKind.Undefined or JsonValueKind.Null => [HelpScoutProblem.Empty(where)],
        _ => [HelpScoutProblem.WrongType(where, "object", entry)],
    };

    /// <summary>What is wrong with an entry of a body.</summary>
    public IEnumerable<Problem> Check(HelpScoutEntryRequest entry, string where) =>
    [
        .. Type?.Check((entry as HelpScoutTypedEntryRequest)?.Type ?? default, $"{where}.type") ?? [],
        .. Value.Check(entry.Value, $"{where}.value"),
    ];

    /// <summary>The edit that adds a valid entry of a body.</summary>
    public EntryEdit ToAppend(HelpScoutEntryRequest entry) =>
        new EntryEdit.Append(Kind, Type?.Read((entry as HelpScoutTypedEntryRequest)?.Type.Or(null)), Value.Read(entry.Value.Value)!);

    /// <summary>The type of a valid entry; absent where entries of this kind have none.</summary>
    public Optional<string?> ReadType(JsonElement entry) =>
        Type is null ? Optional<string?>.Absent : Type.Read(Member(entry, "type"));

    /// <summary>The type that a stored entry is shown with; null where entries of this kind have none.</summary>
    public string? TypeOf(Entry stored) => Type is null ? null : Type.Find(stored.Type) ?? OtherType;

    /// <summary>The value of a valid entry.</summary>
    public string ReadValue(JsonElement entry) => Value.Read(Member(entry, "value"))!;

    private static JsonElement Member(JsonElement entry, string name) => entry.TryGetProperty(name, out var member) ? member : default;
}
