using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Customers;

/// <summary>
/// A change by a contract that shows some of what is stored coarser than it is, or not at all. What it writes as it was shown stays as it is
/// stored: the writer could not have said it better.
/// </summary>
/// <param name="Sent">The change as it was sent. Rights and consent go by it, whatever is left of it.</param>
/// <param name="ExceptShown">What is left of a change on a profile once what the profile was shown as is taken out; pure.</param>
public sealed record CoarseChange(CustomerChange Sent, Func<CustomerChange, Profile, CustomerChange> ExceptShown) : ICustomerChange
{
    /// <inheritdoc/>
    public int EntryIdsNeeded => Sent.EntryIdsNeeded;

    /// <inheritdoc/>
    public IEnumerable<CustomerField> Fields => Sent.Fields;

    /// <inheritdoc/>
    public Result<Profile> Apply(Profile stored, ApplyContext context) => stored.Apply(ExceptShown(Sent, stored), context);

    /// <summary>The names of the fields, never a value: what is printed may end in a log.</summary>
    public override string ToString() => $"{Sent}";
}
