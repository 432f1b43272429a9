namespace CustomerUpdate.Core.Customers;

/// <summary>Which of a list's entries is meant by a contract that knows one or two only.</summary>
public enum EntryRole
{
    /// <summary><em>The</em> e-mail address or phone number.</summary>
    Primary,

    /// <summary>The second phone number.</summary>
    Secondary,
}

/// <summary>
/// A list of entries in which one may be the primary and one the secondary. Contracts that know lists edit the entries by id; contracts
/// that know one value write the primary. Both are views of the same list.
/// </summary>
public sealed record EntryList
{
    /// <summary>The list without entries.</summary>
    public static EntryList Empty { get; } = new();

    /// <summary>The entries in the order in which they came.</summary>
    public ValueList<Entry> Entries { get; init; } = [];

    /// <summary>The id of the primary entry.</summary>
    public long? PrimaryId { get; init; }

    /// <summary>The id of the secondary entry, which may be the primary's too. Phones only.</summary>
    public long? SecondaryId { get; init; }

    /// <summary>The primary entry.</summary>
    public Entry? Primary => Find(PrimaryId);

    /// <summary>The secondary entry.</summary>
    public Entry? Secondary => Find(SecondaryId);

    /// <summary>The entries, the primary first.</summary>
    public IEnumerable<Entry> PrimaryFirst => Entries.OrderBy(entry => entry.Id == PrimaryId ? 0 : 1);

    /// <summary>The entry with an id, or null.</summary>
    public Entry? Find(long? id) => Entries.FirstOrDefault(entry => entry.Id == id);

    /// <summary>
    /// Writes the value that a role stands for. An entry with the same text takes the role as it is, one with the same key takes the new text too;
    /// else the role's own entry takes it; else one is added. Null takes the entry away and leaves the role empty. An entry that has the other role
    /// too is never removed or given another key on behalf of one of them; another spelling of its key it does take.
    /// </summary>
    public EntryList Write(EntryRole role, string? text, Func<string, string> keyOf, Func<long> nextId)
    {
        var own = Find(role == EntryRole.Primary ? PrimaryId : SecondaryId);
        var shared = own is not null && PrimaryId == SecondaryId;
        if (text is null)
        {
            var pointless = Point(role, null);
            return own is null || shared ? pointless : pointless.Without(own.Id);
        }

        var key = keyOf(text);
        var target = Match(own, text, key) ?? (shared ? null : own);
        return target is null
            ? Add(new Entry(nextId(), Entry.DefaultType, text, key), role)
            : Put(target.Rewrite(text, key)).Point(role, target.Id);
    }

    /// <summary>Adds an entry; it becomes the primary where there is none and <paramref name="mayBePrimary"/>.</summary>
    public EntryList Append(Entry entry, bool mayBePrimary) =>
        PrimaryId is null && mayBePrimary ? Add(entry, EntryRole.Primary) : this with { Entries = [.. Entries, entry] };

    /// <summary>Puts an entry in the place of the one with its id.</summary>
    public EntryList Put(Entry entry) => this with { Entries = [.. Entries.Select(old => old.Id == entry.Id ? entry : old)] };

    /// <summary>Takes an entry away. When it was the primary, the first one left that may be is the new primary, else none is.</summary>
    public EntryList Remove(long id, Func<Entry, bool> mayBePrimary)
    {
        var left = Without(id);
        return PrimaryId == id ? left.Point(EntryRole.Primary, left.Entries.FirstOrDefault(mayBePrimary)?.Id) : left;
    }

    // The text before the key: an entry may have been read under another default region than the one that gives the key now.
    private Entry? Match(Entry? own, string text, string key) => own is not null && (own.Value == text || own.Key == key)
        ? own
        : Entries.FirstOrDefault(entry => entry.Value == text) ?? Entries.FirstOrDefault(entry => entry.Key == key);

    private EntryList Add(Entry entry, EntryRole role) => (this with { Entries = [.. Entries, entry] }).Point(role, entry.Id);

    private EntryList Without(long id) => this with
    {
        Entries = [.. Entries.Where(entry => entry.Id != id)],
        PrimaryId = PrimaryId == id ? null : PrimaryId,
        SecondaryId = SecondaryId == id ? null : SecondaryId,
    };

    private EntryList Point(EntryRole role, long? id) =>
        role == EntryRole.Primary ? this with { PrimaryId = id } : this with { SecondaryId = id };
}
