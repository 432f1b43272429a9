using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Core.Updates;

/// <summary>A request to update one customer.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Target">Which customer, as the contract points at it.</param>
/// <param name="Change">What to write.</param>
/// <param name="RequestId">Names the request in history and in logs.</param>
/// <param name="Otp">The one-time password that came with the request, if any.</param>
public sealed record CustomerUpdateCommand(Caller Caller, CustomerKey Target, ICustomerChange Change, string RequestId, string? Otp)
{
    /// <summary>Which version the request is meant for.</summary>
    public Precondition Precondition { get; init; } = Precondition.None;

    /// <summary>How to carry it out.</summary>
    public WriteTerms<UpdatedCustomer> Terms { get; init; } = WriteTerms<UpdatedCustomer>.Plain;

    /// <summary>Whether to answer what would come of it, and to write nothing.</summary>
    public bool IsDryRun => Terms.IsDryRun;

    /// <summary>What it has to show for it that the customer agreed. The hub's own writes need nothing.</summary>
    public OtpClaim Claim { get; init; }

    /// <summary>What may end in a log: no value, and no one-time password.</summary>
    public override string ToString() => $"{RequestId} {Caller.Contract} {Target} {Change}";
}

/// <summary>A customer after an update.</summary>
/// <param name="Customer">The state that is stored now.</param>
/// <param name="Changes">
/// What the update changed. Empty where everything already was as asked, and then nothing was written; empty too where the password alone
/// changed, which history does not show.
/// </param>
public sealed record UpdatedCustomer(Customer Customer, ValueList<FieldChange> Changes)
{
    /// <summary>Whether this is what would have come of it, and nothing was written.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Whether everything already was as asked, and nothing was written.</summary>
    public bool IsUnchanged { get; init; }
}
