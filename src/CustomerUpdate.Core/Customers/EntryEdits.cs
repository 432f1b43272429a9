using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Customers;

/// <summary>Applies edits of entries by id.</summary>
internal static class EntryEdits
{
    /// <summary>The profile after all edits in order, or a failure that names every edit whose entry is not there.</summary>
    public static Result<Profile> Apply(Profile stored, ValueList<EntryEdit> edits, ApplyContext context)
    {
        var profile = stored;
        var missing = new List<Problem>();
        for (var index = 0; index < edits.Count; index++)
        {
            var edit = edits[index];
            if (Apply(profile.List(edit.Kind), edit, context, profile) is { } list)
            {
                profile = profile.With(edit.Kind, list);
            }
            else
            {
                missing.Add(new Problem(index.ToString(System.Globalization.CultureInfo.InvariantCulture), "entry_not_found", "There is no such entry."));
            }
        }

        return missing.Count == 0 ? profile : Failure.Of(FailureKind.EntryNotFound) with { Problems = [.. missing] };
    }

    private static EntryList? Apply(EntryList list, EntryEdit edit, ApplyContext context, Profile profile) => edit switch
    {
        EntryEdit.Append append => Append(list, append, context, profile),
        EntryEdit.Replace replace when list.Find(replace.Id) is { } old => list.Put(Rewrite(old, replace, context)),
        EntryEdit.Remove remove when list.Find(remove.Id) is not null =>
            list.Remove(remove.Id, entry => context.MayBePrimary(remove.Kind, entry)),
        _ => null,
    };

    private static EntryList Append(EntryList list, EntryEdit.Append edit, ApplyContext context, Profile profile)
    {
        var entry = new Entry(context.NextEntryIdFor(profile)(), edit.Type, edit.Value, context.KeyOf(edit.Kind, edit.Value));
        return list.Append(entry, context.MayBePrimary(edit.Kind, entry));
    }

    private static Entry Rewrite(Entry old, EntryEdit.Replace edit, ApplyContext context)
    {
        var value = edit.Value.Or(old.Value);
        return old.Rewrite(value, context.KeyOf(edit.Kind, value)) with { Type = edit.Type.Or(old.Type) };
    }
}
