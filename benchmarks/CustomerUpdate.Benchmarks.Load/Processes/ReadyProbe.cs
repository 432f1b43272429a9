using System.Diagnostics;
using System.Net;

namespace CustomerUpdate.Benchmarks.Load.Processes;

/// <summary>Waits for a process to be of use.</summary>
internal static class ReadyProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits until a process answers 200.</summary>
    public static async Task WaitAsync(Uri address, Process process)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        await WaitAsync(() => AnswersAsync(client, address), process);
    }

    /// <summary>Waits until something is true.</summary>
    public static async Task WaitAsync(Func<Task<bool>> isReady, Process process)
    {
        var started = Stopwatch.GetTimestamp();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await isReady())
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} did not become ready.");
            }

            await pause.WaitForNextTickAsync();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client, Uri address)
    {
        try
        {
            using var answer = await client.GetAsync(address);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
