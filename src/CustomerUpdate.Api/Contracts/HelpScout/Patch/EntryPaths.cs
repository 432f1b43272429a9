using System.Text.Json;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>A path into one of the five collections. An operation on it is one edit of the customer's entries.</summary>
/// <param name="Template">The path.</param>
/// <param name="Kind">The collection.</param>
/// <param name="Operations">The operations that it takes.</param>
internal abstract record EntryPath(string Template, EntryKind Kind, ValueList<string> Operations) : PatchPath(Template, Operations)
{
    public sealed override CustomerChange Write(CustomerChange change, PatchOperation operation) => change with
    {
        Entries = [.. change.Entries, Edit(operation)],
    };

    /// <summary>The edit that a valid operation is.</summary>
    protected abstract EntryEdit Edit(PatchOperation operation);
}

/// <summary>A whole collection: entries are appended to it. It can be neither removed, which is documented, nor replaced.</summary>
internal sealed record CollectionPath(string Template, EntryShape Shape) : EntryPath(Template, Shape.Kind, [Add])
{
    public override IEnumerable<Problem> Check(JsonElement value, string where) => Shape.Check(value, where);

    protected override EntryEdit Edit(PatchOperation operation) =>
        new EntryEdit.Append(Shape.Kind, Shape.ReadType(operation.Value).Or(null), Shape.ReadValue(operation.Value));
}

/// <summary>One entry, whose id and place stay when it is replaced. To add is the collection's.</summary>
internal sealed record WholeEntryPath(string Template, EntryShape Shape) : EntryPath(Template, Shape.Kind, [Remove, Replace])
{
    public override IEnumerable<Problem> Check(JsonElement value, string where) => Shape.Check(value, where);

    protected override EntryEdit Edit(PatchOperation operation) => operation.Name == Remove
        ? new EntryEdit.Remove(Shape.Kind, operation.EntryId)
        : new EntryEdit.Replace(Shape.Kind, operation.EntryId, Shape.ReadType(operation.Value), Shape.ReadValue(operation.Value));
}

/// <summary>The type or the value of one entry. An entry needs both, so that they can only be replaced.</summary>
/// <param name="Template">The path.</param>
/// <param name="Kind">The collection.</param>
/// <param name="Rule">What the text must be.</param>
/// <param name="EditOf">The edit that writes a text to an entry.</param>
internal sealed record EntryPartPath(string Template, EntryKind Kind, TextRule Rule, Func<long, string, EntryEdit> EditOf)
    : EntryPath(Template, Kind, [Replace])
{
    public override IEnumerable<Problem> Check(JsonElement value, string where) => Rule.Check(value, where);

    protected override EntryEdit Edit(PatchOperation operation) => EditOf(operation.EntryId, Rule.Read(operation.Value)!);
}
