using CustomerUpdate.Core.OneTimePasswords;

namespace CustomerUpdate.Api.Otp;

/// <summary>Puts one-time passwords together.</summary>
internal static class OtpRegistration
{
    /// <summary>Registers what sends them: the configured address; else, in Development, the console; else nothing.</summary>
    public static IServiceCollection AddOneTimePasswords(this IServiceCollection services) => services
        .AddSingleton<SendOneTimePassword>()
        .AddSingleton(SenderOf);

    private static IOtpSender SenderOf(IServiceProvider services)
    {
        if (OtpSenderSettings.Find(services.GetRequiredService<IConfiguration>()) is { } settings)
        {
            return ActivatorUtilities.CreateInstance<HttpOtpSender>(services, settings);
        }

        return services.GetRequiredService<IHostEnvironment>().IsDevelopment() ? new ConsoleOtpSender(Console.Out) : new NoOtpSender();
    }
}
