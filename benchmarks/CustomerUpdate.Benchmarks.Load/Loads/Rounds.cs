using CustomerUpdate.Benchmarks.Load.Customers;
using CustomerUpdate.Benchmarks.Load.Reports;

namespace CustomerUpdate.Benchmarks.Load.Loads;

/// <summary>
/// Measures all contenders in turn, and that several times over: whatever else the machine does meanwhile then meets each of them. After each the
/// books are compared with the answers.
/// </summary>
internal sealed class Rounds
{
    private readonly Dictionary<Ledger, Balance> balances = [];

    /// <summary>Measures.</summary>
    public async Task RunAsync(IReadOnlyList<Contender> contenders, int rounds)
    {
        for (var round = 1; round <= rounds; round++)
        {
            Progress.Say($"round {round} of {rounds}");
            foreach (var contender in contenders)
            {
                var sample = await CheckedAsync(contender, contender.Size);
                contender.Samples.Add(sample);
                Progress.Say($"  {contender.Name}, {contender.Size.Connections} connections: {sample.Rate:N0}/s");
            }
        }

        foreach (var ledger in balances.Keys)
        {
            await ledger.CheckHistoriesAsync();
        }
    }

    /// <summary>Lets contenders run in turn without measuring them, until that has taken some time.</summary>
    public async Task WarmUpAsync(IReadOnlyList<Contender> contenders, TimeSpan time)
    {
        var seconds = Math.Max(1, (int)Math.Round(time.TotalSeconds / contenders.Count));
        foreach (var contender in contenders)
        {
            await CheckedAsync(contender, contender.Size with { Seconds = seconds });
        }
    }

    private async Task<Sample> CheckedAsync(Contender contender, LoadSize size)
    {
        if (!balances.TryGetValue(contender.Ledger, out var before))
        {
            before = await contender.Ledger.BalanceAsync();
        }

        var sample = await contender.MeasureAsync(size);
        balances[contender.Ledger] = await contender.Ledger.CheckAsync(before, sample.Updates, $"{contender.Name}, {size.Connections} connections");
        return sample;
    }
}
