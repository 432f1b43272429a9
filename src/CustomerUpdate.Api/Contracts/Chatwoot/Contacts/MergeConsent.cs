using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Stands for what a merge may write of its survivor where a one-time password is asked for: it writes nothing itself.</summary>
internal sealed record MergeConsent : ICustomerChange
{
    private static readonly ValueList<CustomerField> Merged = [.. CustomerField.All.Where(field => field.Name is "emails" or "phones")];

    /// <summary>The one there is.</summary>
    public static MergeConsent Instance { get; } = new();

    /// <summary>The names of the fields.</summary>
    public static IReadOnlySet<string> Writable { get; } = Merged.Select(field => field.Name).ToHashSet();

    /// <inheritdoc/>
    public int EntryIdsNeeded => 0;

    /// <inheritdoc/>
    public IEnumerable<CustomerField> Fields => Merged;

    /// <inheritdoc/>
    public Result<Profile> Apply(Profile stored, ApplyContext context) => stored;
}
