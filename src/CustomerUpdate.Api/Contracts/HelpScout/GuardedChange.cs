using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>A change that some states of the customer refuse.</summary>
/// <param name="Change">The change.</param>
/// <param name="Refuse">Why a state refuses it, or null.</param>
internal sealed record GuardedChange(CustomerChange Change, Func<Profile, Failure?> Refuse) : ICustomerChange
{
    public int EntryIdsNeeded => Change.EntryIdsNeeded;

    public IEnumerable<CustomerField> Fields => Change.Fields;

    public Result<Profile> Apply(Profile stored, ApplyContext context) => Refuse(stored) is { } refused ? refused : Change.Apply(stored, context);
}
