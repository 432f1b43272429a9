using System.Runtime.InteropServices;

namespace CustomerUpdate.Benchmarks.Load.Processes;

/// <summary>What the figures were measured on.</summary>
/// <param name="Facts">Its facts, by name.</param>
internal sealed record Machine(IReadOnlyList<(string Name, string Value)> Facts)
{
    /// <summary>Looks at this one.</summary>
    public static async Task<Machine> LookAsync(PostgresCluster cluster)
    {
        var sync = await cluster.MeasureSyncAsync();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30);
        return new Machine([
            ("Processor", $"{ProcessorName()}, {Environment.ProcessorCount} cores"),
            ("Memory", $"{memory} GiB"),
            ("System", $"{RuntimeInformation.OSDescription}"),
            ("PostgreSQL", (await Command.RunAsync(Path.Combine(PostgresCluster.Programs, "postgres"), "--version")).Trim()),
            ("fdatasync of 8 kB", sync is { } time ? $"{time:0} µs" : "not measured"),
            (".NET", RuntimeInformation.FrameworkDescription),
            ("Node.js", (await Command.RunAsync("node", "--version")).Trim()),
        ]);
    }

    private static string ProcessorName() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
        ?? RuntimeInformation.ProcessArchitecture.ToString();
}
