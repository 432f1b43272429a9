using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Reads <c>email</c>, <c>phone</c> and <c>secondaryPhone</c>, which point at entries. Alone they write the entry, as in every contract.
/// Beside their list they only point: null at none, a text at the entry that has it, or at a new one. Absent, a primary is the first entry of
/// a list that was written anew; a primary whose list's entries were edited, and a second phone number beside any list, stay with their entry.
/// </summary>
internal sealed class ContactPointReader(EntryListReader lists, Profile stored, ApplyContext context)
{
    /// <summary>Points at the primary e-mail address.</summary>
    /// <param name="written">The profile with its new lists.</param>
    /// <param name="email">What was sent; what is left of it is the change's to write.</param>
    public Profile WriteEmail(Profile written, ref Optional<string?> email) =>
        lists.Has(EntryKind.Email) ? written with { Emails = Point(EntryKind.Email, EntryRole.Primary, written.Emails, ref email) } : written;

    /// <summary>Points at the primary and the second phone number.</summary>
    public Profile WritePhones(Profile written, ref Optional<string?> phone, ref Optional<string?> secondary)
    {
        if (!lists.Has(EntryKind.Phone))
        {
            return written;
        }

        var pointed = Point(EntryKind.Phone, EntryRole.Primary, written.Phones, ref phone);
        return written with { Phones = Point(EntryKind.Phone, EntryRole.Secondary, pointed, ref secondary) };
    }

    private EntryList Point(EntryKind kind, EntryRole role, EntryList list, ref Optional<string?> sent)
    {
        var text = sent;
        var before = stored.List(kind);
        var own = role == EntryRole.Primary ? before.Primary : before.Secondary;
        var target = (text.IsPresent, role) switch
        {
            (true, _) => list.Entries.OrderBy(entry => entry.Id == own?.Id ? 0 : 1).FirstOrDefault(entry => entry.Value == text.Value),
            (false, EntryRole.Primary) when !lists.IsEdited(kind) => list.Entries is [var first, ..] ? first : null,
            (false, EntryRole.Primary) => Again(own, list) ?? Successor(kind, list, before),
            (false, EntryRole.Secondary) => Again(own, list),
        };

        // A text that no entry has to the letter: the change finds the one with its key, or adds one.
        sent = text is { IsPresent: true, Value: not null } && target is null ? text : default;
        return role == EntryRole.Primary ? list with { PrimaryId = target?.Id } : list with { SecondaryId = target?.Id };
    }

    private static Entry? Again(Entry? own, EntryList list) =>
        own is null ? null : list.Find(own.Id) ?? list.Entries.FirstOrDefault(entry => entry.Key == own.Key);

    // Where there were entries and no primary, there was none on purpose.
    private Entry? Successor(EntryKind kind, EntryList list, EntryList before) => before is { Primary: null, Entries.Count: > 0 }
        ? null
        : list.Entries.FirstOrDefault(entry => context.MayBePrimary(kind, entry));
}
