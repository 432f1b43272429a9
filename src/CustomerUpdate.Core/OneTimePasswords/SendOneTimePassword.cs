using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.OneTimePasswords;

/// <summary>Sends a customer a code, to the address that the customer has now.</summary>
/// <param name="reads">Where customers are found.</param>
/// <param name="challenges">Where challenges are kept.</param>
/// <param name="sender">What sends.</param>
/// <param name="clock">The time.</param>
public sealed class SendOneTimePassword(ICustomerReads reads, IOtpChallenges challenges, IOtpSender sender, TimeProvider clock)
{
    /// <summary>Sends a code.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="target">To whom.</param>
    /// <param name="isDryRun">Whether to answer where it would go, and to make and send none.</param>
    /// <param name="cancellationToken">Stops the work while nothing is decided.</param>
    /// <returns>
    /// Where it went. Failures: <see cref="FailureKind.ReadOnlyKey"/>, <see cref="FailureKind.NotFound"/>, <see cref="FailureKind.OtpAddressMissing"/>, those
    /// of the sender, and <see cref="FailureKind.Busy"/>.
    /// </returns>
    public async Task<Result<SentOneTimePassword>> ExecuteAsync(
        Caller caller, CustomerKey target, bool isDryRun, CancellationToken cancellationToken)
    {
        if (!caller.MayWrite)
        {
            return Failure.Of(FailureKind.ReadOnlyKey);
        }

        if (await reads.FindAsync(caller.Tenant.Id, target, cancellationToken) is not { } customer)
        {
            return Failure.Of(FailureKind.NotFound);
        }

        if (OtpAddress.Of(customer.Profile) is not { } address)
        {
            return Failure.Of(FailureKind.OtpAddressMissing);
        }

        if (isDryRun)
        {
            return new SentOneTimePassword(clock.GetUtcNow() + OneTimeCode.Lifetime, address.Masked);
        }

        var code = OneTimeCode.Next();
        var made = await challenges.ReplaceAsync(customer.TenantId, customer.Id, code, cancellationToken);
        if (made.TryFailure(out var challenge, out var failure))
        {
            return failure;
        }

        var refusal = await SendAsync(new OtpMessage(customer.TenantId, customer.Id, address, code, challenge.ExpiresAt), challenge);
        return refusal is null ? new SentOneTimePassword(challenge.ExpiresAt, address.Masked) : refusal;
    }

    // Kept first, so that a code that arrives is right. From there on it is sent or taken back, whether or not anybody waits for the answer.
    private async Task<Failure?> SendAsync(OtpMessage message, OtpChallenge challenge)
    {
        var isSent = false;
        try
        {
            var refusal = await sender.SendAsync(message, CancellationToken.None);
            isSent = refusal is null;
            return refusal;
        }
        finally
        {
            if (!isSent)
            {
                await challenges.WithdrawAsync(message.TenantId, message.CustomerId, challenge, CancellationToken.None);
            }
        }
    }
}

/// <summary>A code that was sent.</summary>
/// <param name="ExpiresAt">Until when it can be used, UTC.</param>
/// <param name="SentTo">Where it went, masked.</param>
public sealed record SentOneTimePassword(DateTimeOffset ExpiresAt, string SentTo);
