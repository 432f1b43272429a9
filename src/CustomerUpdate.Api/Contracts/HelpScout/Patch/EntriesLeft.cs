using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Which of a customer's entries are there while the operations of an update apply in their order. Those that an update adds are not known
/// here: nobody can name them before they have an id.
/// </summary>
/// <param name="stored">The customer.</param>
internal sealed class EntriesLeft(Profile stored)
{
    private readonly HashSet<(EntryKind Kind, long Id)> removed = [];

    /// <summary>Applies an operation that its path takes; false where the entry that it names is not there.</summary>
    public bool Apply(string operation, PatchPath path, long entryId)
    {
        if (path is not EntryPath { NamesEntry: true } named)
        {
            return true;
        }

        var isThere = stored.List(named.Kind).Find(entryId) is not null && !removed.Contains((named.Kind, entryId));
        if (operation == PatchPath.Remove)
        {
            removed.Add((named.Kind, entryId));
        }

        return isThere;
    }
}
