using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Reads <c>email</c>, <c>phone</c> and <c>secondaryPhone</c>, which point at entries. Alone they write the entry, as in every contract.
/// Beside their list they only point: absent at the entry that was the primary, else at the first; null at none; a text at the entry that
/// has it, or at a new one.
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
        var own = role == EntryRole.Primary ? stored.List(kind).PrimaryId : stored.List(kind).SecondaryId;
        var target = text.IsAbsent
            ? list.Find(own) ?? (role == EntryRole.Primary ? Successor(kind, list, own) : null)
            : list.Entries.OrderBy(entry => entry.Id == own ? 0 : 1).FirstOrDefault(entry => entry.Value == text.Value);

        // A text that no entry has to the letter: the change finds the one with its key, or adds one.
        sent = text is { IsPresent: true, Value: not null } && target is null ? text : default;
        return role == EntryRole.Primary ? list with { PrimaryId = target?.Id } : list with { SecondaryId = target?.Id };
    }

    private Entry? Successor(EntryKind kind, EntryList list, long? own) => (own, stored.List(kind).Entries.Count) switch
    {
        (_, 0) => list.Entries is [var first, ..] ? first : null,
        (null, _) => null, // there was none on purpose
        _ => list.Entries.FirstOrDefault(entry => context.MayBePrimary(kind, entry)),
    };
}
