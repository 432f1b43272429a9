using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Customers;

/// <summary>Two changes as one: the second is applied to what the first makes of the customer, and both fail where either does.</summary>
/// <param name="First">What is applied first.</param>
/// <param name="Then">What is applied to that.</param>
public sealed record ChangesInTurn(ICustomerChange First, ICustomerChange Then) : ICustomerChange
{
    /// <inheritdoc/>
    public int EntryIdsNeeded => First.EntryIdsNeeded + Then.EntryIdsNeeded;

    /// <inheritdoc/>
    public IEnumerable<CustomerField> Fields => First.Fields.Union(Then.Fields);

    /// <inheritdoc/>
    public Avatar? Uploaded => Then.Uploaded ?? First.Uploaded;

    /// <inheritdoc/>
    public Result<Profile> Apply(Profile stored, ApplyContext context) =>
        First.Apply(stored, context).TryFailure(out var written, out var failure) ? failure : Then.Apply(written, context);

    /// <summary>The names of the fields, never a value: what is printed may end in a log.</summary>
    public override string ToString() => $"{First} {Then}";
}
