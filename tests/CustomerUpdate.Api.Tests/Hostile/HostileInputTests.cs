using System.Globalization;
using System.Net;
using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Hostile;

/// <summary>
/// Many thousand hostile requests on all routes, from a seed: no answer is an error of ours, none comes late, none tells how the host is built.
/// More of them, or others: <c>CUSTOMERUPDATE_HOSTILE_INPUTS</c> and <c>CUSTOMERUPDATE_HOSTILE_SEED</c>.
/// </summary>
public sealed class HostileInputTests
{
    private const int Callers = 4;
    private const int LargestBody = 1 << 20;

    // What no input has in it, and no answer may.
    private static readonly string[] Internals =
    [
        "Npgsql", "SqliteException", "SQLite Error", "System.", "Microsoft.", "CustomerUpdate.", "   at ", "syntax error at", "violates ", "INSERT INTO", "customer_keys",
        HostUnderTest.OperatorKey,
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30); // a hang, on whatever machine

    [Theory]
    [InlineData(PostgresDatabase.Engine)]
    [InlineData(SqliteDatabase.Engine)]
    public async Task No_input_brings_the_host_out_of_step(string engine)
    {
        var settings = new Dictionary<string, string?> { ["Limits:RequestsPerMinute"] = "0" };
        await using var host = await HostUnderTest.StartAsync(engine, settings: settings);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Client.BaseAddress, Timeout = Patience };
        var tenant = TestTenants.Demo;
        var routes = RouteWalk.OfVendors(host).Concat(RouteWalk.OfHub(host, tenant.Tenant.Id))
            .Where(route => !(route.Method == "DELETE" && route.Pattern.EndsWith("/tenants/{tenantId}", StringComparison.Ordinal))).ToList();
        var (count, seed) = (Setting("INPUTS", 10_000), Setting("SEED", 20_261_126));

        var faults = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller =>
            Task.Run(() => SendAsync(host, client, routes, new HostileInputs(seed + caller), count / Callers))));

        var found = faults.SelectMany(fault => fault).ToList();
        Assert.True(found.Count == 0, string.Join("\n", found));
        Assert.Equal(200, (int)(await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
    }

    private static async Task<List<string>> SendAsync(
        HostUnderTest host, HttpClient client, List<WalkedRoute> routes, HostileInputs inputs, int count)
    {
        var faults = new List<string>();
        Customer? customer = null;
        for (var index = 0; index < count && faults.Count < 5; index++)
        {
            customer = index % 50 == 0 ? await host.Customers.CreateAsync() : customer!;
            var route = routes[index % routes.Count];
            var key = TestTenants.Demo.Key(route.Contract);
            var reference = route.Contract == "hub" ? $"{customer.Id}" : customer.Profile.ReferenceOf(route.Contract)!;
            using var request = inputs.Next(route.Example(TestTenants.Demo.Subject(key, reference)));
            var sent = $"{request.Method} {request.RequestUri} {await BodyOf(request)}";
            using var answer = await AnswerAsync(client, request);
            var body = await answer.Content.ReadAsStringAsync();
            var leak = Internals.FirstOrDefault(word => body.Contains(word, StringComparison.Ordinal));
            if ((int)answer.StatusCode >= 500 || leak is not null)
            {
                var why = host.Log.Lines.LastOrDefault(line => line.StartsWith("Error", StringComparison.Ordinal));
                faults.Add($"{route}: {(int)answer.StatusCode} {leak} to {sent[..Math.Min(sent.Length, 600)]}: {body[..Math.Min(body.Length, 300)]} {why}");
            }
        }

        return faults;
    }

    // A body that is too large is refused while it is still being sent, and whoever goes on sending finds nobody there (RFC 9110, section 15.5.14).
    private static async Task<HttpResponseMessage> AnswerAsync(HttpClient client, HttpRequestMessage request)
    {
        try
        {
            return await client.SendAsync(request);
        }
        catch (HttpRequestException) when (request.Content?.Headers.ContentLength > LargestBody)
        {
            return new HttpResponseMessage(HttpStatusCode.RequestEntityTooLarge);
        }
    }

    private static async Task<string> BodyOf(HttpRequestMessage request) => request.Content is { } content ? await content.ReadAsStringAsync() : "";

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable($"CUSTOMERUPDATE_HOSTILE_{name}"), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : otherwise;
}
