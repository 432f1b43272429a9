using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Reads the five lists. Entry ids that are given are kept; they are unique among all entries of the customer. Ids that are missing are
/// taken once all lists have been read, so that none of them is one that was given.
/// </summary>
internal sealed class EntryListReader
{
    private static readonly (EntryKind Kind, string Name, string? DefaultType)[] Lists =
    [
        (EntryKind.Email, "emails", Entry.DefaultType),
        (EntryKind.Phone, "phones", Entry.DefaultType),
        (EntryKind.Chat, "chats", "other"),
        (EntryKind.SocialProfile, "socialProfiles", "other"),
        (EntryKind.Website, "websites", null),
    ];

    private readonly Profile stored;
    private readonly ApplyContext context;
    private readonly ValueList<string> edited;
    private readonly ICollection<Problem> problems;
    private readonly Dictionary<EntryKind, List<Draft>> drafts = [];

    public EntryListReader(ObjectReader root, Profile stored, ApplyContext context, ValueList<string> edited, ICollection<Problem> problems)
    {
        (this.stored, this.context, this.edited, this.problems) = (stored, context, edited, problems);
        foreach (var (kind, name, defaultType) in Lists)
        {
            if (root.Objects(name) is { IsPresent: true } items)
            {
                drafts[kind] = [.. items.Value.Select(item => ReadEntry(item, kind, defaultType))];
            }
        }

        RefuseDoubleIds();
    }

    /// <summary>Whether a list was sent.</summary>
    public bool Has(EntryKind kind) => drafts.ContainsKey(kind);

    /// <summary>Whether a list that was sent is the stored one with entries edited, and not one that was written anew.</summary>
    public bool IsEdited(EntryKind kind) => Lists.Any(list => list.Kind == kind && edited.Contains(list.Name));

    /// <summary>The stored profile with the entries that were sent in the place of the stored ones; who is the primary is not decided here.</summary>
    public Profile Write()
    {
        var written = drafts.Aggregate(stored, (profile, list) =>
            profile.With(list.Key, profile.List(list.Key) with { Entries = [.. list.Value.Select(draft => draft.Entry)] }));
        foreach (var (kind, list) in drafts)
        {
            foreach (var missing in list.Where(draft => draft.Entry.Id == 0))
            {
                missing.Entry = missing.Entry with { Id = context.NextEntryIdFor(written)() };
            }

            written = written.With(kind, written.List(kind) with { Entries = [.. list.Select(draft => draft.Entry)] });
        }

        return written;
    }

    private Draft ReadEntry(ObjectReader item, EntryKind kind, string? defaultType)
    {
        var id = item.Number("id").Or(0);
        var type = kind == EntryKind.Website ? stored.Websites.Find(id)?.Type : item.Text("type").Or(defaultType);
        var value = item.Text("value");
        if (value is { IsPresent: true, Value: null } || item.Any("value").IsAbsent)
        {
            item.RefuseMember("value", "required", "must be a string");
        }

        item.RefuseOthers();
        var text = value.Or(null) ?? "";
        var key = context.KeyOf(kind, text);
        if (kind == EntryKind.Email && key?.Length > CustomerKey.MaximumLength)
        {
            item.RefuseMember("value", "too_long", $"is too long (maximum is {CustomerKey.MaximumLength} characters)");
        }

        var entry = stored.List(kind).Find(id) is { } old ? old.Rewrite(text, key) with { Type = type } : new Entry(id, type, text, key);
        return new Draft(entry, item.At("id"));
    }

    private void RefuseDoubleIds()
    {
        var kept = Enum.GetValues<EntryKind>().Where(kind => !Has(kind)).SelectMany(kind => stored.List(kind).Entries).Select(entry => entry.Id).ToHashSet();
        foreach (var draft in drafts.Values.SelectMany(list => list).Where(draft => draft.Entry.Id != 0 && !kept.Add(draft.Entry.Id)))
        {
            problems.Add(new Problem(draft.IdPointer, "duplicate", "is the id of another entry of this customer"));
        }
    }

    private sealed class Draft(Entry entry, string idPointer)
    {
        public Entry Entry { get; set; } = entry;

        public string IdPointer { get; } = idPointer;
    }
}
