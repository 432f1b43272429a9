using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Customers;

/// <summary>
/// A write by those who may write everything: a function from the stored profile to the new one. What nobody may ever do (take another
/// customer's values) holds for it as for any other change.
/// </summary>
/// <param name="EntryIdsNeeded">The most ids for new entries that the function takes.</param>
/// <param name="Rewrite">The function; pure.</param>
public sealed record ProfileRewrite(int EntryIdsNeeded, Func<Profile, ApplyContext, Result<Profile>> Rewrite) : ICustomerChange
{
    /// <summary>None: there are no rights to check, and consent is not asked.</summary>
    public IEnumerable<CustomerField> Fields => [];

    /// <inheritdoc/>
    public Result<Profile> Apply(Profile stored, ApplyContext context) =>
        Rewrite(stored, context).TryFailure(out var written, out var failure) ? failure : UniqueKeys.Check(stored, written, context);

    /// <summary>Nothing of what is written: what is printed may end in a log.</summary>
    public override string ToString() => nameof(ProfileRewrite);
}
