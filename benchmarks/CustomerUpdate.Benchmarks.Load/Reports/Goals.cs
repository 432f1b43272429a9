using CustomerUpdate.Benchmarks.Load.Customers;

namespace CustomerUpdate.Benchmarks.Load.Reports;

/// <summary>The goals, as <c>benchmarks/README.md</c> has them.</summary>
internal static class Goals
{
    private const long Mebibyte = 1 << 20;

    /// <summary>How a comparison did.</summary>
    public static IEnumerable<Goal> Of(Results results)
    {
        foreach (var contract in Contract.All)
        {
            var (few, many) = (results.Find(contract.Name, 32).Rate, results.Find(contract.Name, 128).Rate);
            var pgbench = results.PgbenchRate(contract.Kind);
            yield return Goal.AtLeast($"{contract.Name}, 32 connections", 1.3, "pgbench", few, pgbench);
            yield return Goal.AtLeast($"{contract.Name}, 128 connections", 1.5, "pgbench", many, pgbench);
            yield return Goal.AtLeast($"{contract.Name}, 128 connections", 5, "Fastify", many, results.Find(Results.NameOf("fastify", contract.Kind), 128).Rate);
            yield return OneConnection(results, contract);
        }

        var hot = "helpscout" + Results.Hot;
        yield return Goal.AtLeast(hot, 3, "pgbench", results.Find(hot, 128).Rate, results.PgbenchRate(ChangeKind.Document, Results.Hot));
        var sqlite = results.Find(Results.Sqlite, 32).Rate;
        yield return new Goal(Results.Sqlite, "at least 3,000/s", $"{sqlite:N0}/s", sqlite >= 3000);
        yield return new Goal("start to first answer", "under 1.5 s", $"{results.Start.TotalSeconds:0.00} s", results.Start.TotalSeconds < 1.5);
        yield return new Goal(
            "resident memory at full load", "under 250 MB", $"{results.PeakMemory / Mebibyte:N0} MiB", results.PeakMemory < 250 * Mebibyte);
        yield return new Goal("lost updates", "none", "none", IsMet: true); // else there is no report
    }

    private static Goal OneConnection(Results results, Contract contract)
    {
        var own = results.Find(contract.Name, 1).Median(sample => sample.Median);
        double Of(string peer) => results.Find(Results.NameOf(peer, contract.Kind), 1).Median(sample => sample.Median);
        return new Goal(
            $"{contract.Name}, 1 connection, p50",
            "at most 1.1 × one statement behind ASP.NET Core",
            $"{own / Of("plain"):0.00} × ({own:0.00} against {Of("plain"):0.00} ms; Fastify {Of("fastify"):0.00}, pgbench {Of("pgbench"):0.00})",
            own <= 1.1 * Of("plain"));
    }
}
