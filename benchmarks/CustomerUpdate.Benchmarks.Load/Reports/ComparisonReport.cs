using System.Text;
using CustomerUpdate.Benchmarks.Load.Customers;
using CustomerUpdate.Benchmarks.Load.Loads;
using CustomerUpdate.Benchmarks.Load.Processes;

namespace CustomerUpdate.Benchmarks.Load.Reports;

/// <summary>A comparison as a page.</summary>
internal static class ComparisonReport
{
    /// <summary>The page.</summary>
    public static string Of(Options options, Machine machine, Results results)
    {
        var page = new StringBuilder("# Updates a second\n\n");
        page.Append(options.IsQuick ? "**A quick run: it shows that all works, and its figures mean nothing.**\n\n" : "");
        page.Append($"{DateTime.UtcNow:yyyy-MM-dd}, {options.Customers:N0} customers, median (lowest–highest) of {options.Rounds} rounds of {options.Seconds} s each, the load generator on the same machine. ");
        page.Append("How to read it: [benchmarks/README.md](../README.md).\n\n");
        page.Append(string.Concat(machine.Facts.Select(fact => $"* {fact.Name}: {fact.Value}\n")));
        page.Append($"* Start to first answer: {results.Start.TotalMilliseconds:0} ms (of {string.Join(", ", results.Starts.Select(start => $"{start.TotalMilliseconds:0}"))})\n");
        page.Append($"* Most memory that the host held: {results.PeakMemory / (1 << 20):N0} MiB\n\n");
        page.Append("| what | connections | updates/s | × pgbench | × Fastify | p50 ms | p99 ms | cores, service | cores, database |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        page.Append(string.Concat(results.Contenders.Select(contender => Line(results, contender))));
        page.Append("\n## Goals\n\n| what | wanted | measured | |\n|---|---|---|---|\n");
        page.Append(string.Concat(Goals.Of(results).Select(goal => goal.Line)));
        return page.ToString();
    }

    private static string Line(Results results, Contender contender)
    {
        var field = Contract.All.FirstOrDefault(contract => contract.Name == contender.Name)?.Field;
        var slow = contender.Samples.All(sample => sample.Slow is null) ? "–" : $"{contender.Median(sample => sample.Slow ?? 0):0.00}";
        return $"| {contender.Name}{(field is null ? "" : $", {field}")} | {contender.Size.Connections} | {Rates(contender)} | {TimesPgbench(results, contender)} | {TimesFastify(results, contender)} "
            + $"| {contender.Median(sample => sample.Median):0.00} | {slow} | {Cores(contender.Servers.Count > 0, contender, sample => sample.ServerCores)} "
            + $"| {Cores(contender.Database is not null, contender, sample => sample.DatabaseCores)} |\n";
    }

    /// <summary>The rates of a contender: their median, and the lowest and the highest.</summary>
    public static string Rates(Contender contender) =>
        $"{contender.Rate:N0} ({contender.Samples.Min(sample => sample.Rate):N0}–{contender.Samples.Max(sample => sample.Rate):N0})";

    private static string TimesPgbench(Results results, Contender contender)
    {
        if (contender.Name == Results.Sqlite || contender.Size.Connections == 1)
        {
            return "";
        }

        return $"{contender.Rate / results.PgbenchRate(Results.KindOf(contender.Name), Condition(contender)):0.00}";
    }

    private static string TimesFastify(Results results, Contender contender) => contender.Size.Connections == 128
        ? $"{contender.Rate / results.Find(Results.NameOf("fastify", Results.KindOf(contender.Name)) + Condition(contender), 128).Rate:0.00}"
        : "";

    private static string Condition(Contender contender) => contender.Name.EndsWith(Results.Hot, StringComparison.Ordinal) ? Results.Hot : "";

    private static string Cores(bool isKnown, Contender contender, Func<Sample, double> cores) => isKnown ? $"{contender.Median(cores):0.00}" : "";
}
