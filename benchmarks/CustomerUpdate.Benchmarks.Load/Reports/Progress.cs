using System.Diagnostics;

namespace CustomerUpdate.Benchmarks.Load.Reports;

/// <summary>Tells the one who waits what is going on.</summary>
internal static class Progress
{
    private static readonly long Started = Stopwatch.GetTimestamp();

    /// <summary>Says something.</summary>
    public static void Say(string what) => Console.WriteLine($"[{Stopwatch.GetElapsedTime(Started):mm\\:ss}] {what}");
}
