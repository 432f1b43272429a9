using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Core.Updates;

/// <summary>The port through which customers are made.</summary>
public interface ICustomerCreations
{
    /// <summary>Makes a customer: state, keys, references and the first line of history in one transaction.</summary>
    /// <returns>
    /// The customer as stored. Failures: those of applying, <see cref="FailureKind.Taken"/> among them with every key that somebody has, and
    /// <see cref="FailureKind.Busy"/> when others were faster each time.
    /// </returns>
    Task<Result<Customer>> CreateAsync(NewCustomer command, CancellationToken cancellationToken);

    /// <summary>Makes several customers of one tenant in one transaction.</summary>
    /// <returns>
    /// The customers as stored, in the order of the commands; null where they cannot be made together, and none of them was made: why,
    /// <see cref="CreateAsync"/> says of the one that is in the way.
    /// </returns>
    Task<ValueList<Customer>?> TryCreateTogetherAsync(IReadOnlyList<NewCustomer> commands, CancellationToken cancellationToken);
}

/// <summary>A request to make a customer.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Change">What to write on an empty profile.</param>
/// <param name="References">Where references come from that the change does not write.</param>
/// <param name="RequestId">Names the request in history and in logs.</param>
public sealed record NewCustomer(Caller Caller, ICustomerChange Change, ValueList<ReferenceSource> References, string RequestId)
{
    /// <summary>How to carry it out.</summary>
    public WriteTerms<Customer> Terms { get; init; } = WriteTerms<Customer>.Plain;

    /// <summary>What it keeps of the customer that it was elsewhere.</summary>
    public KeptIdentity Kept { get; init; } = new(null, null, null, null);
}

/// <summary>What a customer that comes from elsewhere keeps; what is null is made.</summary>
/// <param name="Id">Its id. Nobody has it: the caller has looked.</param>
/// <param name="Version">Its version; 1 where null.</param>
/// <param name="CreatedAt">When it was made, UTC; now where null.</param>
/// <param name="UpdatedAt">When it last changed, UTC; when it was made where null.</param>
public sealed record KeptIdentity(Guid? Id, long? Version, DateTimeOffset? CreatedAt, DateTimeOffset? UpdatedAt);
