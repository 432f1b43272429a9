using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Otp;

/// <summary>Sends nothing, and says so: a host that needs no one-time passwords needs no sender either.</summary>
internal sealed class NoOtpSender : IOtpSender
{
    /// <inheritdoc/>
    public Task<Failure?> SendAsync(OtpMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<Failure?>(Failure.Of(FailureKind.OtpSenderMissing));
}
