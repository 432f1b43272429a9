using System.Text.Json;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>Judges and carries out the operations of an update of properties, whose path is a slash and a slug.</summary>
internal static class PropertyPatch
{
    private static readonly ValueList<string> Operations = [PatchPath.Remove, PatchPath.Replace];

    /// <summary>All that is wrong.</summary>
    public static IEnumerable<Problem> Check(HelpScoutRequest request, PropertyDefinitions definitions) =>
        request.Operations.Count > HelpScoutRequestValidator.MaximumOperations
            ? [HelpScoutProblem.OutOfRange(HelpScoutRequest.WholeBody, 0, HelpScoutRequestValidator.MaximumOperations, request.Operations.Count)]
            : request.Operations.Index().SelectMany(operation => Check(operation.Item, definitions, $"[{operation.Index}]"));

    /// <summary>The change that valid operations ask for, in their order: of two writes to a property the later wins.</summary>
    public static BagEdit ToEdit(HelpScoutRequest request, PropertyDefinitions definitions) => request.Operations
        .Select(item => item.Value!)
        .Where(operation => Find(operation, definitions) is not null)
        .Aggregate(BagEdit.None, (edit, operation) => Write(edit, operation, Find(operation, definitions)!));

    private static IEnumerable<Problem> Check(Optional<HelpScoutOperation?> item, PropertyDefinitions definitions, string where) =>
        item.Or(null) is { } operation ? Check(operation, definitions, where)
        : item.IsMistyped ? [HelpScoutProblem.WrongType(where, "object", item.Received)]
        : [HelpScoutProblem.Empty(where)];

    private static IEnumerable<Problem> Check(HelpScoutOperation operation, PropertyDefinitions definitions, string where)
    {
        List<Problem> problems = [.. new WordRule(Operations).Check(operation.Op, $"{where}.op"), .. CheckPath(operation, definitions, $"{where}.path")];
        return problems.Count > 0 || operation.Op.Value == PatchPath.Remove
            ? problems
            : CheckValue(operation.Value.Or(default), Find(operation, definitions)!, $"{where}.value");
    }

    private static IEnumerable<Problem> CheckPath(HelpScoutOperation operation, PropertyDefinitions definitions, string where) =>
        operation.Path.IsMistyped ? [HelpScoutProblem.WrongType(where, "string", operation.Path.Received)]
        : operation.Path.Or(null) is not { Length: > 0 } path ? [HelpScoutProblem.Empty(where)]
        : Find(operation, definitions) is null ? [HelpScoutProblem.NoSuchProperty(where, path)]
        : [];

    /// <summary>What is wrong with the value of a property; of the kind <see cref="JsonValueKind.Undefined"/> where none was sent.</summary>
    public static IEnumerable<Problem> CheckValue(JsonElement value, PropertyDefinition definition, string where)
    {
        var type = PropertyType.Of(definition.Type);
        return value.ValueKind switch
        {
            JsonValueKind.Undefined => [HelpScoutProblem.Empty(where)],
            JsonValueKind.Null => [],
            JsonValueKind.Number when type != PropertyType.Number => [HelpScoutProblem.WrongType(where, "string", value)],
            JsonValueKind.Number or JsonValueKind.String when TextOf(value) is var text =>
                text.Length == 0 || type.Read(text, definition) is not null ? [] : [type.Refuse(where, definition, value)],
            _ => [HelpScoutProblem.WrongType(where, type == PropertyType.Number ? "number" : "string", value)],
        };
    }

    // Null and an empty text clear a property, as they clear a field.
    private static BagEdit Write(BagEdit edit, HelpScoutOperation operation, PropertyDefinition definition)
    {
        var key = definition.Slug;
        var others = edit with
        {
            Merge = edit.Merge.Without(key),
            MergeText = edit.MergeText.Without(key),
            Remove = [.. edit.Remove.Where(removed => removed != key)],
        };
        var text = operation.Op.Value == PatchPath.Remove ? "" : TextOf(operation.Value.Value);
        if (text.Length == 0)
        {
            return others with { Remove = [.. others.Remove, key] };
        }

        var type = PropertyType.Of(definition.Type);
        var kept = type.Read(text, definition)!;
        return type == PropertyType.Number
            ? others with { Merge = others.Merge.Set(key, BagValue.Of(JsonElement.Parse(kept))) }
            : others with { MergeText = others.MergeText.Set(key, kept) };
    }

    private static PropertyDefinition? Find(HelpScoutOperation operation, PropertyDefinitions definitions) =>
        operation.Path.Or(null) is ['/', .. var slug] ? definitions.Find(slug) : null;

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };
}
