namespace CustomerUpdate.Core.Customers;

/// <summary>An edit of one entry, as contracts that know the lists make them. Edits of one change apply in their order.</summary>
/// <param name="Kind">The list.</param>
public abstract record EntryEdit(EntryKind Kind)
{
    /// <summary>Adds an entry, which is given an id.</summary>
    /// <param name="Kind">The list.</param>
    /// <param name="Type">The new entry's type.</param>
    /// <param name="Value">The new entry's text.</param>
    public sealed record Append(EntryKind Kind, string? Type, string Value) : EntryEdit(Kind);

    /// <summary>Writes an entry, which keeps its id and its place.</summary>
    /// <param name="Kind">The list.</param>
    /// <param name="Id">The entry.</param>
    /// <param name="Type">The new type; absent keeps it.</param>
    /// <param name="Value">The new text; absent keeps it.</param>
    public sealed record Replace(EntryKind Kind, long Id, Optional<string?> Type, Optional<string> Value) : EntryEdit(Kind);

    /// <summary>Takes an entry away.</summary>
    /// <param name="Kind">The list.</param>
    /// <param name="Id">The entry.</param>
    public sealed record Remove(EntryKind Kind, long Id) : EntryEdit(Kind);
}
