using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Core.Updates;

/// <summary>The one use case: update a customer, whichever contract asks.</summary>
/// <param name="reads">Where customers are found.</param>
/// <param name="commits">Where updates are stored.</param>
/// <param name="passwords">What verifies one-time passwords.</param>
public sealed class UpdateCustomer(ICustomerReads reads, ICustomerCommits commits, IOneTimePasswords passwords)
{
    /// <summary>The fields whose change needs the customer's consent where the tenant asks for it.</summary>
    private static readonly string[] Protected = ["email", "emails", "phone", "phones", "secondaryPhone", "channels", "username", "password"];

    /// <summary>Updates a customer.</summary>
    /// <param name="command">Who asks for what.</param>
    /// <param name="writable">The names of the fields that the caller's contract may write.</param>
    /// <param name="cancellationToken">Stops the work while nothing is decided.</param>
    /// <returns>The customer as stored. Every <see cref="FailureKind"/> from <see cref="FailureKind.ReadOnlyKey"/> on can occur.</returns>
    public async Task<Result<UpdatedCustomer>> ExecuteAsync(
        CustomerUpdateCommand command, IReadOnlySet<string> writable, CancellationToken cancellationToken)
    {
        if (!command.Caller.MayWrite)
        {
            return Failure.Of(FailureKind.ReadOnlyKey);
        }

        if (command.Change.Fields.Any(field => !writable.Contains(field.Name)))
        {
            return Failure.Of(FailureKind.Forbidden);
        }

        if (IsProven(command))
        {
            return await commits.CommitAsync(command, cancellationToken);
        }

        // Who is not there cannot prove anything: an unknown customer is said first.
        return Failure.Of(await reads.FindAsync(command.Caller.Tenant.Id, command.Target, cancellationToken) is null
            ? FailureKind.NotFound
            : FailureKind.OtpRejected);
    }

    private bool IsProven(CustomerUpdateCommand command) => command.Caller.Tenant.Settings.Otp switch
    {
        OtpPolicy.Ignored => true,
        OtpPolicy.WhenSent => command.Otp is null || passwords.IsRight(command.Caller, command.Otp),
        OtpPolicy.Required => command.Otp is { } otp ? passwords.IsRight(command.Caller, otp) : !TouchesProtected(command.Change),
    };

    private static bool TouchesProtected(ICustomerChange change) => change.Fields.Any(field => Protected.Contains(field.Name));
}
