using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.OneTimePasswords;

/// <summary>The port through which challenges are kept: at most one a customer.</summary>
public interface IOtpChallenges
{
    /// <summary>Makes a challenge in the place of the one that there was. Wrong tries before it still count.</summary>
    /// <returns>The challenge. Failures: <see cref="FailureKind.NotFound"/> and <see cref="FailureKind.Busy"/>.</returns>
    Task<Result<OtpChallenge>> ReplaceAsync(Guid tenantId, Guid customerId, string code, CancellationToken cancellationToken);

    /// <summary>Takes a challenge back, unless another has taken its place: its code is right no more.</summary>
    Task WithdrawAsync(Guid tenantId, Guid customerId, OtpChallenge challenge, CancellationToken cancellationToken);
}

/// <summary>A challenge: a code that a customer is to bring back.</summary>
/// <param name="Id">What tells it from the customer's challenges before and after.</param>
/// <param name="ExpiresAt">Until when its code can be used, UTC.</param>
public sealed record OtpChallenge(Guid Id, DateTimeOffset ExpiresAt);
