using System.Text;
using CustomerUpdate.Benchmarks.Load.Processes;

namespace CustomerUpdate.Benchmarks.Load.Reports;

/// <summary>The cost as work grows, as a page.</summary>
internal static class GrowthReport
{
    private const long Many = 10_000_000;

    /// <summary>The page.</summary>
    public static string Of(Options options, Machine machine, IReadOnlyList<GrowthPoint> points)
    {
        var page = new StringBuilder("# The cost as work grows\n\n");
        page.Append(options.IsQuick ? "**A quick run: it shows that all works, and its figures mean nothing.**\n\n" : "");
        page.Append($"{DateTime.UtcNow:yyyy-MM-dd}, updates/s at {points[0].Contenders[0].Size.Connections} connections, median (lowest–highest) of {options.Rounds} rounds of {options.Seconds} s each. ");
        page.Append("× is against the first line of its part. How to read it: [benchmarks/README.md](../README.md).\n\n");
        page.Append(string.Concat(machine.Facts.Select(fact => $"* {fact.Name}: {fact.Value}\n")));
        page.Append("\n![Updates a second against customers and entries](growth.svg)\n\n");
        foreach (var part in points.GroupBy(point => point.Series))
        {
            var names = part.First().Contenders.Select(contender => contender.Name).ToList();
            page.Append($"| customers | entries each | database | {string.Join(" | ", names.Select(name => $"{name} | ×"))} |\n|--:|--:|--:|{string.Concat(names.Select(_ => "--:|--:|"))}\n");
            foreach (var point in part)
            {
                var cells = point.Contenders.Zip(part.First().Contenders, (one, first) => $"{ComparisonReport.Rates(one)} | {one.Rate / first.Rate:0.00}");
                page.Append($"| {point.Customers:N0} | {point.Entries} | {point.Bytes / (1 << 20):N0} MiB | {string.Join(" | ", cells)} |\n");
            }

            page.Append('\n');
        }

        if (points.FirstOrDefault(point => point.Customers == Many) is { } many)
        {
            page.Append("| what | wanted | measured | |\n|---|---|---|---|\n");
            page.Append(string.Concat(GoalsOf(many, points.First(point => point.Customers == 100_000)).Select(goal => goal.Line)));
        }

        return page.ToString();
    }

    private static IEnumerable<Goal> GoalsOf(GrowthPoint many, GrowthPoint some) =>
        many.Contenders.Zip(some.Contenders, (one, other) => Goal.AtLeast($"{one.Name}, {many.Customers:N0} customers", 0.9, "the rate at 100,000", one.Rate, other.Rate));
}
