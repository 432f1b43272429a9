using System.Collections.Concurrent;
using System.Globalization;

namespace CustomerUpdate.Faults;

/// <summary>Writers that each send one write after the other, the same one again under its idempotency key until it is acknowledged.</summary>
/// <param name="workplace">What they write.</param>
/// <param name="address">Where they send it.</param>
/// <param name="retries">Whether they send a write again that was not acknowledged.</param>
internal sealed class Writers(Workplace workplace, Uri address, bool retries = true)
{
    /// <summary>How long a request may take until it counts as hung.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private const int Count = 8;

    private static int runs;

    private readonly string run = string.Create(CultureInfo.InvariantCulture, $"run{Interlocked.Increment(ref runs)}");
    private int sent;

    /// <summary>The writes that were answered with 2xx: request id and customer.</summary>
    public ConcurrentDictionary<string, Subject> Acknowledged { get; } = new();

    /// <summary>The writes that never were.</summary>
    public ConcurrentDictionary<string, Subject> Unknown { get; } = new();

    /// <summary>What came in the place of an acknowledgement, and how often.</summary>
    public ConcurrentDictionary<string, int> Refusals { get; } = new();

    /// <summary>Acknowledgements, to wait for.</summary>
    public Tally Answered { get; } = new();

    /// <summary>What came in their place, to wait for.</summary>
    public Tally Refused { get; } = new();

    /// <summary>How many requests took longer than they may.</summary>
    public int Hung;

    /// <summary>Writes until it is over, and then finishes what was begun.</summary>
    /// <param name="over">When no further write is begun.</param>
    /// <param name="abandon">When what was begun is given up.</param>
    public Task RunAsync(CancellationToken over, CancellationToken abandon) =>
        Task.WhenAll(Enumerable.Range(0, Count).Select(writer => Task.Run(() => WriteAsync(writer, over, abandon), CancellationToken.None)));

    private async Task WriteAsync(int writer, CancellationToken over, CancellationToken abandon)
    {
        using var client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) }) { BaseAddress = address, Timeout = Patience };
        for (var turn = writer; !over.IsCancellationRequested; turn++)
        {
            var number = Interlocked.Increment(ref sent);
            var subject = workplace.Subjects[(turn * 7) % workplace.Subjects.Count];
            var contract = Workplace.Contracts[turn % Workplace.Contracts.Count];
            var name = string.Create(CultureInfo.InvariantCulture, $"{run}-{number}");
            var acknowledged = await UntilAcknowledgedAsync(client, () => workplace.Write(contract, subject, name), name, abandon);
            (acknowledged ? Acknowledged : Unknown)[name] = subject;
            if (acknowledged)
            {
                Answered.Add();
            }
            else if (!retries)
            {
                return; // the host has gone
            }
        }
    }

    private async Task<bool> UntilAcknowledgedAsync(HttpClient client, Func<HttpRequestMessage> make, string name, CancellationToken abandon)
    {
        do
        {
            using var request = make();
            request.Headers.Add("X-Request-Id", name);
            request.Headers.Add("Idempotency-Key", name);
            if (await IsAcknowledgedAsync(client, request))
            {
                return true;
            }

            await Task.WhenAny(Task.Delay(20, abandon)); // not for timing: so that a host that is away is not asked a million times
        }
        while (retries && !abandon.IsCancellationRequested);

        return false;
    }

    private async Task<bool> IsAcknowledgedAsync(HttpClient client, HttpRequestMessage request)
    {
        try
        {
            using var answer = await client.SendAsync(request);
            if (!answer.IsSuccessStatusCode)
            {
                Note($"{(int)answer.StatusCode}");
            }

            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException broken)
        {
            Note(broken.HttpRequestError.ToString());
            return false;
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref Hung);
            return false;
        }
    }

    private void Note(string refusal)
    {
        Refusals.AddOrUpdate(refusal, 1, (_, count) => count + 1);
        Refused.Add();
    }
}
