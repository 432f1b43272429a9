namespace CustomerUpdate.Core.Customers;

/// <summary>What happens to a bag of attributes. Parts apply in the order of the members below; the default does nothing.</summary>
public sealed record BagEdit
{
    /// <summary>The edit that changes nothing.</summary>
    public static BagEdit None { get; } = new();

    /// <summary>The whole new bag; null keeps the stored one.</summary>
    public ValueMap<BagValue>? ReplaceWith { get; init; }

    /// <summary>Keys to add or overwrite.</summary>
    public ValueMap<BagValue> Merge { get; init; } = ValueMap<BagValue>.Empty;

    /// <summary>
    /// Keys to add or overwrite by a contract that knows text only. A stored value of another type whose JSON text is the text written
    /// stays as it is: such a contract was shown that text.
    /// </summary>
    public ValueMap<string> MergeText { get; init; } = ValueMap<string>.Empty;

    /// <summary>Keys to take out.</summary>
    public ValueList<string> Remove { get; init; } = [];

    /// <summary>True where the edit cannot change anything.</summary>
    public bool IsNone => ReplaceWith is null && Merge.Count == 0 && MergeText.Count == 0 && Remove.Count == 0;

    /// <summary>The edit without what it says of single keys that its writer was shown already.</summary>
    /// <param name="shown">What the writer was shown under a key; <see cref="BagValue.Null"/> where that was nothing.</param>
    public BagEdit ExceptShown(Func<string, BagValue> shown) => this with
    {
        Merge = ValueMap<BagValue>.Of(Merge.Where(pair => pair.Value != shown(pair.Key))),
        Remove = [.. Remove.Where(key => !shown(key).IsNull)],
    };

    /// <summary>The bag after the edit.</summary>
    public ValueMap<BagValue> Apply(ValueMap<BagValue> stored)
    {
        var start = (ReplaceWith ?? stored).SetAll(Merge);
        return start
            .SetAll(MergeText.Where(pair => start.Find(pair.Key).Text != pair.Value || !start.ContainsKey(pair.Key))
                .Select(pair => KeyValuePair.Create(pair.Key, BagValue.Of(pair.Value))))
            .Without(Remove);
    }
}
