using System.Globalization;

namespace CustomerUpdate.Benchmarks.Load.Processes;

/// <summary>What Linux tells of processes under <c>/proc</c>.</summary>
internal static class ProcessFiles
{
    private const double TicksPerSecond = 100; // USER_HZ, which is part of Linux's interface

    /// <summary>The processor time of a process, of its children, and of those children that have ended, in seconds.</summary>
    public static double ProcessorTimeOf(int process) =>
        TimesOf(process).Sum() + ChildrenOf(process).Sum(child => TimesOf(child).Take(2).Sum());

    /// <summary>The most memory that a process ever held, in bytes.</summary>
    public static long PeakMemoryOf(int process) => 1024 * long.Parse(
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
        CultureInfo.InvariantCulture);

    private static IEnumerable<int> ChildrenOf(int process) =>
        File.ReadAllText($"/proc/{process}/task/{process}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(child => int.Parse(child, CultureInfo.InvariantCulture));

    // In user and kernel mode; then the same of its ended children. The name before may have spaces, but the last ) ends it.
    private static double[] TimesOf(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return [.. stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[11..15].Select(ticks => double.Parse(ticks, CultureInfo.InvariantCulture) / TicksPerSecond)];
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
        {
            return [0, 0, 0, 0]; // between the list of children and here; its parent has its time now
        }
    }
}
