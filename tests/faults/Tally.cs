using System.Threading.Channels;

namespace CustomerUpdate.Faults;

/// <summary>Counts what happens, and lets others wait until more of it has.</summary>
internal sealed class Tally
{
    private readonly Channel<bool> counted = Channel.CreateUnbounded<bool>();

    /// <summary>It has happened.</summary>
    public void Add() => counted.Writer.TryWrite(true);

    /// <summary>Waits until it has happened so often from now on.</summary>
    /// <param name="times">How often.</param>
    /// <param name="over">When it is waited for no longer.</param>
    public async Task UntilAsync(int times, CancellationToken over)
    {
        while (counted.Reader.TryRead(out _))
        {
            // What happened before does not count.
        }

        try
        {
            for (var time = 0; time < times; time++)
            {
                await counted.Reader.ReadAsync(over);
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }
}
