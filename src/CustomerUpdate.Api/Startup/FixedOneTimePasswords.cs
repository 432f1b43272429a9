using System.Security.Cryptography;
using System.Text;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Startup;

/// <summary>
/// Accepts the code that is configured as <c>Otp:FixedCode</c>, so that the documented examples work in Development; no code at all where
/// none is configured.
/// </summary>
internal sealed class FixedOneTimePasswords : IOneTimePasswords
{
    private const string Setting = "Otp:FixedCode";

    private readonly byte[]? code;

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="InvalidOperationException">A code is configured in Production.</exception>
    public FixedOneTimePasswords(IConfiguration configuration, IHostEnvironment environment)
    {
        var configured = configuration[Setting];
        if (!string.IsNullOrEmpty(configured) && environment.IsProduction())
        {
            throw new InvalidOperationException($"{Setting} must not be set in Production: whoever knows it could change any customer. Remove it.");
        }

        code = string.IsNullOrEmpty(configured) ? null : Encoding.UTF8.GetBytes(configured);
    }

    /// <inheritdoc/>
    public bool IsRight(Caller caller, string otp) =>
        code is not null && CryptographicOperations.FixedTimeEquals(code, Encoding.UTF8.GetBytes(otp));
}
