namespace CustomerUpdate.Core.Customers;

/// <summary>Unites the lists of two customers; no two entries of the united customer have one id, whichever lists they are in.</summary>
internal sealed class EntryUnion
{
    private readonly Profile into;
    private readonly Profile from;
    private readonly Func<long> nextEntryId;
    private readonly HashSet<long> reserved;
    private readonly HashSet<long> used;

    public EntryUnion(Profile into, Profile from, Func<long> nextEntryId)
    {
        this.into = into;
        this.from = from;
        this.nextEntryId = nextEntryId;
        used = [.. into.Entries.Select(entry => entry.Id)];
        reserved = [.. used, .. from.Entries.Select(entry => entry.Id)]; // a new id must not be one that a later entry brings along
    }

    /// <summary>
    /// The survivor's entries, then those of the other that say something new: another address, number, or text of a type. An entry keeps its
    /// id where that is free. Roles that the survivor's list leaves empty, or gives to a blank entry, go to the entries that had them on the other.
    /// </summary>
    public EntryList Unite(EntryKind kind)
    {
        var (own, others) = (into.List(kind), from.List(kind));
        var entries = own.Entries.ToList();
        var newIds = new Dictionary<long, long>();
        foreach (var entry in others.Entries)
        {
            if (entries.Find(there => MeansTheSame(there, entry)) is { } same)
            {
                newIds[entry.Id] = same.Id;
                continue;
            }

            var added = used.Add(entry.Id) ? entry : entry with { Id = FreeId() };
            newIds[entry.Id] = added.Id;
            entries.Add(added);
        }

        return new EntryList
        {
            Entries = [.. entries],
            PrimaryId = RoleOf(list => list.Primary),
            SecondaryId = RoleOf(list => list.Secondary),
        };

        long? RoleOf(Func<EntryList, Entry?> role) =>
            TextUnion.IsGap(role(own)?.Value, role(others)?.Value) ? newIds[role(others)!.Id] : role(own)?.Id;
    }

    private static bool MeansTheSame(Entry one, Entry other) => one.Key is not null || other.Key is not null
        ? one.Key == other.Key
        : one.Type == other.Type && one.Value == other.Value;

    private long FreeId()
    {
        var id = nextEntryId();
        while (!reserved.Add(id))
        {
            id = nextEntryId();
        }

        used.Add(id);
        return id;
    }
}
