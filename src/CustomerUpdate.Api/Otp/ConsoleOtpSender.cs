using CustomerUpdate.Core.OneTimePasswords;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Otp;

/// <summary>Shows codes to whoever looks at the console: the machine of a developer is the only place where that is the customer. Not a log.</summary>
internal sealed class ConsoleOtpSender(TextWriter console) : IOtpSender
{
    /// <inheritdoc/>
    public async Task<Failure?> SendAsync(OtpMessage message, CancellationToken cancellationToken)
    {
        await console.WriteLineAsync($"One-time password for {message.Address.Masked}: {message.Code}, until {message.ExpiresAt:HH:mm:ss} UTC");
        return null;
    }
}
