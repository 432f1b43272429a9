namespace CustomerUpdate.Core.Customers;

/// <summary>One of several e-mail addresses, phone numbers, chat handles, social profiles or websites of a customer.</summary>
/// <param name="Id">Unique on its customer and never given twice.</param>
/// <param name="Type">Such as <c>work</c>; null where the kind of entry has none.</param>
/// <param name="Value">The text as it was written.</param>
/// <param name="Key">What the text is matched by (e-mail addresses and phone numbers only).</param>
public sealed record Entry(long Id, string? Type, string Value, string? Key = null)
{
    /// <summary>The type of an entry that was written by a contract which knows no types.</summary>
    public const string DefaultType = "work";

    /// <summary>
    /// The same with another text and its key. The text that it has keeps its key too: read anew, after the tenant's default region has changed, it
    /// would be another number, and free the one that it is.
    /// </summary>
    public Entry Rewrite(string text, string? key) => text == Value ? this : this with { Value = text, Key = key };
}

/// <summary>The five lists of entries that a customer has.</summary>
public enum EntryKind
{
    /// <summary>E-mail addresses.</summary>
    Email,

    /// <summary>Phone numbers.</summary>
    Phone,

    /// <summary>Chat handles.</summary>
    Chat,

    /// <summary>Social profiles.</summary>
    SocialProfile,

    /// <summary>Websites.</summary>
    Website,
}
