using System.Globalization;
using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Hostile;

/// <summary>
/// Many thousand hostile requests on all routes, from a seed: no answer is an error of ours, none comes late, none tells how the host is built.
/// More of them, or others: <c>CUSTOMERUPDATE_HOSTILE_INPUTS</c> and <c>CUSTOMERUPDATE_HOSTILE_SEED</c>.
/// </summary>
public sealed class HostileInputTests
{
    private const int Callers = 4;

    [Theory]
    [InlineData(PostgresDatabase.Engine)]
    [InlineData(SqliteDatabase.Engine)]
    public async Task No_input_brings_the_host_out_of_step(string engine)
    {
        var settings = new Dictionary<string, string?> { ["Limits:RequestsPerMinute"] = "0" };
        await using var host = await HostUnderTest.StartAsync(engine, settings: settings);
        using var run = new HostileRun(host, host.Client.BaseAddress!);
        var (count, seed) = (Setting("INPUTS", 10_000), Setting("SEED", 20_261_126));

        await run.SendAsync(seed, Callers, count);
        await run.SendLateOnesAgainAsync();

        Assert.True(run.Faults.Count == 0, string.Join("\n", run.Faults));
        Assert.Equal(200, (int)(await host.Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable($"CUSTOMERUPDATE_HOSTILE_{name}"), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : otherwise;
}
