using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.OneTimePasswords;

/// <summary>The port through which codes reach customers. What is behind it writes neither code nor address into any log.</summary>
public interface IOtpSender
{
    /// <summary>Sends a code.</summary>
    /// <returns>
    /// Null once it is on its way; else <see cref="FailureKind.OtpSenderMissing"/> or <see cref="FailureKind.OtpNotSent"/>, and then it may have arrived
    /// all the same.
    /// </returns>
    Task<Failure?> SendAsync(OtpMessage message, CancellationToken cancellationToken);
}

/// <summary>A code on its way to a customer.</summary>
/// <param name="TenantId">The tenant whose customer it is.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Address">Where to.</param>
/// <param name="Code">The code.</param>
/// <param name="ExpiresAt">Until when it can be used, UTC.</param>
public sealed record OtpMessage(Guid TenantId, Guid CustomerId, OtpAddress Address, string Code, DateTimeOffset ExpiresAt)
{
    /// <summary>What may end in a log: no code.</summary>
    public override string ToString() => $"{TenantId} {CustomerId}";
}
