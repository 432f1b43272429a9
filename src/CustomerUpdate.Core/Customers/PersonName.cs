namespace CustomerUpdate.Core.Customers;

/// <summary>A person's name as two kinds of contract know it: whole, and as first and last name.</summary>
/// <param name="Full">The whole name.</param>
/// <param name="First">The first name.</param>
/// <param name="Last">The last name.</param>
public sealed record PersonName(string? Full, string? First, string? Last)
{
    /// <summary>No name at all.</summary>
    public static PersonName None { get; } = new(null, null, null);

    /// <summary>
    /// The name after a write. The whole name alone is split at its first space (one word leaves no last name; null clears all three); a
    /// part alone rewrites the whole as "first last"; whole and parts together are taken as given.
    /// </summary>
    public PersonName Write(Optional<string?> full, Optional<string?> first, Optional<string?> last)
    {
        var part = first.IsPresent || last.IsPresent;
        return (full.IsPresent, part) switch
        {
            (false, false) => this,
            (true, true) => new PersonName(full.Value, first.Or(First), last.Or(Last)),
            (true, false) when full.Value is { } same && same == Full => this,
            (true, false) => Split(full.Value),
            (false, true) => Join(first.Or(First), last.Or(Last)),
        };
    }

    private static PersonName Split(string? full)
    {
        var parts = full?.Split(' ', 2) ?? [];
        return new PersonName(full, Part(0), Part(1));

        string? Part(int index) => parts.ElementAtOrDefault(index) is { Length: > 0 } part ? part : null;
    }

    private PersonName Join(string? first, string? last)
    {
        if (first == First && last == Last)
        {
            return this;
        }

        string[] parts = [.. new[] { first, last }.Where(part => !string.IsNullOrEmpty(part)).OfType<string>()];
        return new PersonName(parts.Length == 0 ? null : string.Join(' ', parts), first, last);
    }
}
