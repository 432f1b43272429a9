using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Core.Updates;

/// <summary>The one use case: update a customer, whichever contract asks.</summary>
/// <param name="commits">Where updates are stored.</param>
/// <param name="passwords">The one-time passwords that are right without having been sent.</param>
public sealed class UpdateCustomer(ICustomerCommits commits, IFixedOneTimePasswords passwords)
{
    /// <summary>
    /// The fields that need the customer's consent where the tenant asks for it. Writing one is enough, whether or not it then differs: else an
    /// update without a code would tell whether its caller has guessed what is stored.
    /// </summary>
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

        return await commits.CommitAsync(command with { Claim = ClaimOf(command) }, cancellationToken);
    }

    private OtpClaim ClaimOf(CustomerUpdateCommand command) => (command.Caller.Tenant.Settings.Otp, command.Otp) switch
    {
        (OtpPolicy.Ignored, _) => OtpClaim.NotAsked,
        (OtpPolicy.WhenSent, null) => OtpClaim.NotAsked,
        (OtpPolicy.Required, null) => TouchesProtected(command.Change) ? OtpClaim.Missing : OtpClaim.NotAsked,
        (OtpPolicy.WhenSent or OtpPolicy.Required, { } otp) => passwords.IsRight(otp) ? OtpClaim.Fixed : OtpClaim.Code,
    };

    private static bool TouchesProtected(ICustomerChange change) => change.Fields.Any(field => Protected.Contains(field.Name));
}
