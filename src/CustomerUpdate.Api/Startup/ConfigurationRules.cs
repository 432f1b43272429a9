using System.Globalization;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Http.Limits;
using CustomerUpdate.Api.Hub;
using CustomerUpdate.Api.Otp;
using CustomerUpdate.Api.Storage;
using CustomerUpdate.Core.OneTimePasswords;

namespace CustomerUpdate.Api.Startup;

/// <summary>What a host must not be started with. Looked at before anything listens; a refusal never says a configured secret.</summary>
internal static class ConfigurationRules
{
    // With the least that each may be. 0 means "none"; a queue in which nobody may wait would refuse everybody.
    private static readonly (string Setting, int Least)[] Numbers =
    [
        (StorageRegistration.CallerCacheSize, 0),
        (StorageRegistration.CommitQueueLimit, 1),
        (RequestLimits.Setting, 0),
        (SearchLimits.Setting, 0),
        (FailedAuthentications.Setting, 0),
    ];

    /// <summary>Looks at the configuration.</summary>
    /// <exception cref="ConfigurationRefusedException">The host must not start; the message says why and what to do.</exception>
    public static void Check(IConfiguration configuration, IHostEnvironment environment)
    {
        var refusal = OperatorKeyRefusal(configuration[OperatorKey.Setting], environment) ?? FixedCodeRefusal(configuration, environment)
            ?? OtpSenderSettings.Refusal(configuration) ?? NumberRefusal(configuration) ?? BrowserOrigins.Refusal(configuration)
            ?? AddressRules.Refusal(configuration) ?? DatabaseSettings.Refusal(configuration);
        if (refusal is not null)
        {
            throw new ConfigurationRefusedException(refusal);
        }
    }

    private static string? OperatorKeyRefusal(string? key, IHostEnvironment environment) => key switch
    {
        OperatorKey.Development when !environment.IsDevelopment() =>
            $"{OperatorKey.Setting} is the key that everybody knows from the documents: {Remedy}",
        { Length: >= OperatorKey.MinimumLength } when !BearerToken.CanCarry(key) =>
            $"{OperatorKey.Setting} has characters that no Authorization header can carry: {Remedy}",
        { Length: >= OperatorKey.MinimumLength } => null,
        null or "" when environment.IsDevelopment() => null,
        null or "" => $"{OperatorKey.Setting} is missing: {Remedy}",
        _ => $"{OperatorKey.Setting} has fewer than {OperatorKey.MinimumLength} characters: {Remedy}",
    };

    private static string Remedy =>
        $"set it (environment variable Operator__Key) to at least {OperatorKey.MinimumLength} random characters, for example with openssl rand -hex 32.";

    private static string? NumberRefusal(IConfiguration configuration) => Numbers
        .Where(number => configuration[number.Setting] is { Length: > 0 } text && !IsNumber(text, number.Least))
        .Select(number => $"{number.Setting} must be a whole number from {number.Least} to {int.MaxValue}: correct it, or leave it out.")
        .FirstOrDefault();

    private static bool IsNumber(string text, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least;

    private static string? FixedCodeRefusal(IConfiguration configuration, IHostEnvironment environment) => configuration[FixedOneTimePasswords.Setting] switch
    {
        null or "" => null,
        _ when environment.IsProduction() =>
            $"{FixedOneTimePasswords.Setting} must not be set in Production: whoever knows it could change any customer. Remove it.",
        { } code when OneTimeCode.IsWellFormed(code) => null,
        _ => $"{FixedOneTimePasswords.Setting} must be six digits, as all one-time passwords are: correct it, or leave it out.",
    };
}
