using System.Globalization;
using CustomerUpdate.Benchmarks.Load.Customers;
using CustomerUpdate.Benchmarks.Load.Processes;

namespace CustomerUpdate.Benchmarks.Load.Loads;

/// <summary>pgbench, which carries out the same change as one statement a transaction, prepared, with no web service before it.</summary>
internal sealed class Pgbench(PostgresCluster cluster, string database, Workplace work, ChangeKind kind)
{
    private static int runs;

    /// <summary>Runs it.</summary>
    public async Task<Sample> RunAsync(LoadSize size)
    {
        var script = Path.Combine(Path.GetTempPath(), $"cu-bench-{Environment.ProcessId}-{Interlocked.Increment(ref runs)}.sql");
        await File.WriteAllTextAsync(script, ScriptOf(size.Customers));
        try
        {
            return Read(await Command.RunAsync(
                Path.Combine(PostgresCluster.Programs, "pgbench"), "-h", "127.0.0.1", "-p", Text(cluster.Port), "-U", "postgres", "-n", "-M", "prepared", "-c", Text(size.Connections), "-j", Text(Math.Min(2, size.Connections)),
                "-T", Text(size.Seconds), "-D", $"tenant={work.TenantId}", "-D", $"key={work.Keys["helpscout"].Id}", "-f", script, database));
        }
        finally
        {
            File.Delete(script);
        }
    }

    private string ScriptOf(long customers) => string.Create(CultureInfo.InvariantCulture, $"""
        \set customer {TemplateCustomer.First} + random(0, {customers - 1})
        \set value random(1, 1000000000000)
        {StatementFile.ForPgbench(kind)}
        """);

    // "number of transactions actually processed: 12345", "latency average = 1.234 ms", "tps = 1234.5 (without initial connection time)"
    private static Sample Read(string output)
    {
        var updates = long.Parse(After(output, "actually processed: "), CultureInfo.InvariantCulture);
        var rate = double.Parse(After(output, "tps = "), CultureInfo.InvariantCulture);
        return new Sample(updates, updates / rate, double.Parse(After(output, "latency average = "), CultureInfo.InvariantCulture), null);
    }

    private static string After(string output, string label) =>
        output[(output.IndexOf(label, StringComparison.Ordinal) + label.Length)..].Split(' ', '\n', '/')[0];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
