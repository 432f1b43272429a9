using System.Security.Cryptography;
using System.Text;
using CustomerUpdate.Core.OneTimePasswords;

namespace CustomerUpdate.Api.Startup;

/// <summary>
/// Accepts the code that is configured, so that the documented examples work in Development; no code at all where none is configured. The
/// host does not start with one in Production.
/// </summary>
internal sealed class FixedOneTimePasswords(IConfiguration configuration) : IFixedOneTimePasswords
{
    /// <summary>Where the code is configured.</summary>
    public const string Setting = "Otp:FixedCode";

    private readonly byte[]? code = configuration[Setting] is { Length: > 0 } configured ? Encoding.UTF8.GetBytes(configured) : null;

    /// <inheritdoc/>
    public bool IsRight(string otp) =>
        code is not null && CryptographicOperations.FixedTimeEquals(code, Encoding.UTF8.GetBytes(otp));
}
