namespace CustomerUpdate.Benchmarks.Load.Reports;

/// <summary>A goal, and whether it was met.</summary>
internal sealed record Goal(string What, string Wanted, string Measured, bool IsMet)
{
    /// <summary>It as a line of a table.</summary>
    public string Line => $"| {What} | {Wanted} | {Measured} | {(IsMet ? "met" : "**not met**")} |\n";

    /// <summary>At least so many times as fast as something.</summary>
    public static Goal AtLeast(string what, double times, string than, double rate, double other) =>
        new(what, $"at least {times:0.0} × {than}", $"{rate / other:0.00} × ({rate:N0} against {other:N0}/s)", rate >= times * other);
}
