using CustomerUpdate.Api.Tests.CommandLine;
using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Hostile;

/// <summary>
/// Hostile requests to a process of the host's own, since this one has other tests in it, with a heap that is much smaller than what it is sent: it
/// answers them all, and outside its heap it keeps nothing either.
/// </summary>
public sealed class HostileMemoryTests
{
    private const int Callers = 2;
    private const int FirstInputs = 1_000; // after which all code has run, and all caches are full
    private const int Inputs = 3_000;
    private const int LargeBody = (1 << 20) - 1; // as large as one may be
    private const long Heap = 192 << 20; // all that the collector may have: without it, how much it takes says more of the machine than of the host

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
            ["DOTNET_gcServer"] = "0",
            ["DOTNET_GCHeapHardLimit"] = $"0x{Heap:x}", // who asks for more is out of memory
        };
        await using var process = await new Executable(host.Database, settings: settings).ServeAsync();
        using var run = new HostileRun(host, process.Address);
        var grow = Growth();

        await run.SendAsync(seed: 1, Callers, FirstInputs, grow);
        var (before, sentBefore) = (process.WorkingSet, run.BytesSent);
        await run.SendAsync(seed: 100, Callers, Inputs, grow);
        var (after, sent) = (process.WorkingSet, run.BytesSent - sentBefore);

        Assert.True(run.Faults.Count == 0, string.Join("\n", run.Faults));
        Assert.True(sent > 2 * Heap, $"{sent} bytes would not show it.");
        Assert.True(after - before < sent / 2, $"Of {sent} bytes that were sent {after - before} are left: {before} before, {after} after.");
    }

    // Every third body is made large by white space, which means nothing in JSON.
    private static Func<byte[], byte[]> Growth()
    {
        var bodies = 0;
        return body => body.Length < LargeBody && Interlocked.Increment(ref bodies) % 3 == 0 ? [.. body, .. Enumerable.Repeat((byte)' ', LargeBody - body.Length)] : body;
    }
}
