using System.Diagnostics;
using System.Globalization;
using CustomerUpdate.Benchmarks.Load.Customers;
using CustomerUpdate.Benchmarks.Load.Processes;

namespace CustomerUpdate.Benchmarks.Load.Loads;

/// <summary>wrk, with one of the scripts in <c>benchmarks/load</c>.</summary>
/// <param name="script">The script's name.</param>
/// <param name="settings">What it needs to know beside the load's size.</param>
internal sealed class Wrk(string script, IReadOnlyDictionary<string, string> settings)
{
    // For the answers to what is on its way when the time is over.
    private const int Grace = 20;

    private static int runs;

    /// <summary>A contract's update route.</summary>
    public static Wrk Of(Contract contract, Workplace work) => new(contract.Name, new Dictionary<string, string>
    {
        ["BENCH_KEY"] = work.Keys[contract.Name].Secret,
        ["BENCH_WORKSPACE"] = work.WorkspaceId,
        ["BENCH_ACCOUNT"] = work.AccountId.ToString(CultureInfo.InvariantCulture),
    });

    /// <summary>A peer's route for a kind of change.</summary>
    public static Wrk Of(ChangeKind kind, Workplace work) => new("peer", new Dictionary<string, string>
    {
        ["BENCH_KEY"] = work.Keys["helpscout"].Secret,
        ["BENCH_KIND"] = StatementFile.NameOf(kind),
    });

    /// <summary>Runs it.</summary>
    /// <exception cref="InvalidOperationException">A request was refused or not answered.</exception>
    public async Task<Sample> RunAsync(Uri server, LoadSize size)
    {
        var run = Interlocked.Increment(ref runs);
        var start = new ProcessStartInfo("wrk", [
            "--threads", "1", "--connections", Text(size.Connections), "--duration", $"{size.Seconds + Grace}s", "--timeout", $"{size.Seconds + Grace}s",
            "--script", $"{script}.lua", server.ToString()])
        {
            WorkingDirectory = Places.Loads,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["BENCH_SECONDS"] = Text(size.Seconds);
        start.Environment["BENCH_CONNECTIONS"] = Text(size.Connections);
        start.Environment["BENCH_FIRST"] = Text(TemplateCustomer.First);
        start.Environment["BENCH_CUSTOMERS"] = Text(size.Customers);
        start.Environment["BENCH_RUN"] = $"{Environment.ProcessId}-{run}";
        start.Environment["BENCH_SEED"] = Text(run);
        return Read(await Command.RunAsync(start));
    }

    // "RESULT requests failures microseconds p50 p99"
    private Sample Read(string output)
    {
        var result = output.Split('\n').FirstOrDefault(line => line.StartsWith("RESULT ", StringComparison.Ordinal))?.Split(' ')[1..];
        if (result is null)
        {
            throw new InvalidOperationException($"{script}: wrk gave no result: {output}");
        }

        var numbers = result.Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return numbers is [var requests, 0, > 0 and var time, var median, var slow]
            ? new Sample(requests, time / 1e6, median / 1e3, slow / 1e3)
            : throw new InvalidOperationException($"{script}: {numbers[1]} of {numbers[0]} requests failed.");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
