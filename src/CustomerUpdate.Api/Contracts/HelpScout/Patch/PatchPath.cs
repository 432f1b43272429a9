using System.Text.Json;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>A path that operations may name: which operations it takes, what their value must be, and what they change.</summary>
/// <param name="Template">The path; <see cref="EntryId"/> stands for an entry's number.</param>
/// <param name="Operations">The operations that it takes.</param>
internal abstract record PatchPath(string Template, ValueList<string> Operations)
{
    public const string Add = "add";
    public const string Remove = "remove";
    public const string Replace = "replace";

    /// <summary>What stands for an entry's number in templates.</summary>
    public const string EntryId = "{id}";

    /// <summary>Whether the path says which entry it means.</summary>
    public bool NamesEntry { get; } = Template.Contains(EntryId, StringComparison.Ordinal);

    /// <summary>What is wrong with the value of an operation that writes one.</summary>
    /// <param name="value">The value; of the kind <see cref="JsonValueKind.Undefined"/> where none was sent.</param>
    /// <param name="where">What the value is called in errors.</param>
    public abstract IEnumerable<Problem> Check(JsonElement value, string where);

    /// <summary>The change with a valid operation added to it.</summary>
    public abstract CustomerChange Write(CustomerChange change, PatchOperation operation);
}

/// <summary>A valid operation on a path.</summary>
/// <param name="Name">The operation.</param>
/// <param name="EntryId">The entry that the path names; 0 where it names none.</param>
/// <param name="Value">The value; of the kind <see cref="JsonValueKind.Undefined"/> for a removal.</param>
internal readonly record struct PatchOperation(string Name, long EntryId, JsonElement Value);
