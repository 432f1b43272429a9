using CustomerUpdate.Api.Tests.CommandLine;
using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Hostile;

/// <summary>
/// Hostile requests to a process of the host's own, since this one has other tests in it: what it holds when they are answered is what it held before.
/// </summary>
public sealed class HostileMemoryTests
{
    private const int Callers = 2;
    private const int FirstInputs = 2_000; // after which all code has run, and all caches are full
    private const int Inputs = 4_000;
    private const int LargeBody = (1 << 20) - 1; // as large as one may be
    private const long MayGrow = 64 << 20; // the collector's breath; a twentieth of what is sent

    [Fact]
    public async Task Nothing_of_what_was_sent_is_kept()
    {
        await using var host = await HostUnderTest.StartAsync(SqliteDatabase.Engine);
        var settings = new Dictionary<string, string?>
        {
            ["Limits:RequestsPerMinute"] = "0",
            ["Limits:FailedAuthenticationsPerMinute"] = "0",
            ["Operator:Key"] = HostUnderTest.OperatorKey,
            ["Logging:LogLevel:Default"] = "Error",
            ["DOTNET_gcServer"] = "0", // else the collector waits until the machine's memory is used up
        };
        await using var process = await new Executable(host.Database, settings: settings).ServeAsync();
        using var run = new HostileRun(host, process.Address);
        var grow = Growth();

        await run.SendAsync(seed: 1, Callers, FirstInputs, grow);
        var (before, sentBefore) = (process.WorkingSet, run.BytesSent);
        await run.SendAsync(seed: 100, Callers, Inputs, grow);
        var (after, sent) = (process.WorkingSet, run.BytesSent - sentBefore);

        Assert.True(run.Faults.Count == 0, string.Join("\n", run.Faults));
        Assert.True(sent > 8 * MayGrow, $"{sent} bytes would not show it.");
        Assert.True(after - before < MayGrow, $"Of {sent} bytes that were sent {after - before} are left: {before} before, {after} after.");
    }

    // Every fourth body is made large by white space, which means nothing in JSON.
    private static Func<byte[], byte[]> Growth()
    {
        var bodies = 0;
        return body => body.Length < LargeBody && Interlocked.Increment(ref bodies) % 4 == 0 ? [.. body, .. Enumerable.Repeat((byte)' ', LargeBody - body.Length)] : body;
    }
}
