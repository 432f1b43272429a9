using System.Text.Json;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// A field that holds one text. All three operations are taken: adding is RFC 6902's way to set a member, and "individual values can be
/// removed". Null clears, as does an empty text where the field has no minimum.
/// </summary>
/// <param name="Template">The path.</param>
/// <param name="Rule">What the text must be.</param>
/// <param name="Set">The change with the field set, or cleared by null.</param>
internal sealed record TextPath(string Template, TextRule Rule, Func<CustomerChange, string?, CustomerChange> Set)
    : PatchPath(Template, [Add, Remove, Replace])
{
    public override IEnumerable<Problem> Check(JsonElement value, string where) =>
        value.ValueKind == JsonValueKind.Null ? [] : Rule.Check(value, where);

    public override CustomerChange Write(CustomerChange change, PatchOperation operation) => Set(change, Rule.Read(operation.Value));
}

/// <summary>The lines of the address: a list of texts, written whole. Null and an empty list clear it.</summary>
internal sealed record LinesPath() : PatchPath("/address/lines", [Add, Remove, Replace])
{
    public override IEnumerable<Problem> Check(JsonElement value, string where) => value.ValueKind switch
    {
        JsonValueKind.Undefined => [HelpScoutProblem.Empty(where)],
        JsonValueKind.Null => [],
        JsonValueKind.Array => value.EnumerateArray().Index()
            .Where(line => line.Item.ValueKind != JsonValueKind.String)
            .Select(line => HelpScoutProblem.WrongType($"{where}[{line.Index}]", "string", line.Item)),
        _ => [HelpScoutProblem.WrongType(where, "array of strings", value)],
    };

    public override CustomerChange Write(CustomerChange change, PatchOperation operation) => change with
    {
        Address = change.Address with { Lines = ReadLines(operation.Value) },
    };

    private static ValueList<string> ReadLines(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(line => line.GetString()!)] : [];
}
