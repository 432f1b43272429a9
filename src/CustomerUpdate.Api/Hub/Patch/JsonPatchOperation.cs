using System.Text.Json.Nodes;

namespace CustomerUpdate.Api.Hub;

/// <summary>One operation of a JSON Patch.</summary>
/// <param name="Verb">What it does.</param>
/// <param name="Path">Where.</param>
/// <param name="From">Where it takes its value from; for copy and move only.</param>
/// <param name="Value">The value; for add, replace and test only.</param>
internal sealed record JsonPatchOperation(JsonPatchVerb Verb, PatchPointer Path, PatchPointer? From, JsonNode? Value);

/// <summary>The six operations.</summary>
internal enum JsonPatchVerb
{
    /// <summary>Adds a member or an item.</summary>
    Add,

    /// <summary>Takes a value away.</summary>
    Remove,

    /// <summary>Puts another value in a place that has one.</summary>
    Replace,

    /// <summary>Takes a value away and adds it elsewhere.</summary>
    Move,

    /// <summary>Adds a value elsewhere too.</summary>
    Copy,

    /// <summary>Changes nothing, and fails where the value is another.</summary>
    Test,
}
