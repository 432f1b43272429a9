using System.Diagnostics.Metrics;

namespace CustomerUpdate.Api.Storage;

/// <summary>Counts one-time passwords. Nothing here says whose, or which.</summary>
internal static class OtpMetrics
{
    private static readonly Meter Meter = new("CustomerUpdate");

    private static readonly Counter<long> Passwords =
        Meter.CreateCounter<long>("customerupdate.otp", "{code}", "One-time passwords, by what became of them: made, spent, or tried and wrong.");

    /// <summary>Counts one that was made to be sent.</summary>
    public static void CountMade() => Count("made");

    /// <summary>Counts one that proved an update.</summary>
    public static void CountSpent() => Count("spent");

    /// <summary>Counts a try with a wrong one.</summary>
    public static void CountWrong() => Count("wrong");

    private static void Count(string outcome) => Passwords.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
