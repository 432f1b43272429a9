using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Hostile;

/// <summary>Sends hostile requests to a host, and judges every answer.</summary>
/// <param name="host">Knows the routes, and makes the customers.</param>
/// <param name="address">Who answers: that host, or another over the same database.</param>
internal sealed class HostileRun(HostUnderTest host, Uri address) : IDisposable
{
    private const int InOnePiece = 1 << 16; // a body up to there is sent before an answer can come
    private const int EnoughFaults = 5;
    private const int RequestsEach = 50; // about one customer, who may be erased by one of them

    private static readonly TimeSpan Late = TimeSpan.FromSeconds(2);

    // What no input has in it, and no answer may.
    private static readonly string[] Internals =
    [
        "Npgsql", "SqliteException", "SQLite Error", "System.", "Microsoft.", "CustomerUpdate.", "   at ", "syntax error at", "violates ", "INSERT INTO", "customer_keys",
        HostUnderTest.OperatorKey,
    ];

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    private readonly ConcurrentQueue<string> faults = new();
    private readonly ConcurrentQueue<SentRequest> late = new();

    // The tenant is needed to the end.
    private readonly List<WalkedRoute> routes =
        [.. RouteWalk.OfVendors(host).Concat(RouteWalk.OfHub(host, TestTenants.Demo.Tenant.Id))
            .Where(route => !(route.Method == "DELETE" && route.Pattern.EndsWith("/tenants/{tenantId}", StringComparison.Ordinal)))];

    private long bytesSent;

    /// <summary>What went wrong.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>How long all bodies were together.</summary>
    public long BytesSent => Interlocked.Read(ref bytesSent);

    /// <summary>Sends requests from several callers, each one after the other.</summary>
    /// <param name="seed">What the first caller's are made from; the others' from what follows it.</param>
    /// <param name="callers">How many callers.</param>
    /// <param name="count">How many requests.</param>
    /// <param name="grow">Makes another body of one.</param>
    public async Task SendAsync(int seed, int callers, int count, Func<byte[], byte[]>? grow = null)
    {
        var customers = new ConcurrentQueue<Customer>(); // made before, since the host's own writes would wait for ours
        while (customers.Count * RequestsEach < count + callers * RequestsEach)
        {
            customers.Enqueue(await host.Customers.CreateAsync());
        }

        await Task.WhenAll(Enumerable.Range(seed, callers).Select(own =>
            Task.Run(() => SendAsync(new HostileInputs(own), count / callers, customers, grow))));
    }

    /// <summary>
    /// Sends once more, with nothing beside it, what was answered late: on a machine that had other things to do that says nothing of the host yet.
    /// </summary>
    public async Task SendLateOnesAgainAsync()
    {
        while (faults.Count < EnoughFaults && late.TryDequeue(out var sent))
        {
            if (await AnswerAsync(sent) is var took && took > Late)
            {
                faults.Enqueue($"late, by itself too ({took}), to {sent}");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task SendAsync(HostileInputs inputs, int count, ConcurrentQueue<Customer> customers, Func<byte[], byte[]>? grow)
    {
        Customer? customer = null;
        for (var index = 0; index < count && faults.Count < EnoughFaults; index++)
        {
            if (index % RequestsEach == 0)
            {
                Assert.True(customers.TryDequeue(out customer));
            }

            var route = routes[index % routes.Count];
            var key = TestTenants.Demo.Key(route.Contract);
            var reference = route.Contract == "hub" ? $"{customer!.Id}" : customer!.Profile.ReferenceOf(route.Contract)!;
            using var request = inputs.Next(route.Example(TestTenants.Demo.Subject(key, reference)));
            var sent = await SentRequest.OfAsync(request, grow);
            if (await AnswerAsync(sent) > Late)
            {
                late.Enqueue(sent);
            }
        }
    }

    // How long it took.
    private async Task<TimeSpan> AnswerAsync(SentRequest sent)
    {
        Interlocked.Add(ref bytesSent, sent.Body?.Length ?? 0);
        using var request = sent.ToMessage();
        var watch = Stopwatch.StartNew();
        try
        {
            using var answer = await client.SendAsync(request);
            Judge(sent, answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (HttpRequestException broken) when (sent.Body?.Length > InOnePiece && broken.InnerException is IOException)
        {
            // A request may be refused while its body is still being sent, and whoever goes on sending finds nobody there (RFC 9110, section 15.5.14).
        }
        catch (OperationCanceledException)
        {
            faults.Enqueue($"hangs: no answer within {client.Timeout} to {sent}");
            return TimeSpan.Zero; // is a fault already
        }

        return watch.Elapsed;
    }

    private void Judge(SentRequest sent, HttpStatusCode status, string body)
    {
        var leak = Internals.FirstOrDefault(word => body.Contains(word, StringComparison.Ordinal));
        if ((int)status >= 500 || leak is not null)
        {
            var why = host.Log.Lines.LastOrDefault(line => line.StartsWith("Error", StringComparison.Ordinal));
            faults.Enqueue($"{(int)status} {leak} to {sent}: {body[..Math.Min(body.Length, 300)]} {why}");
        }
    }
}
