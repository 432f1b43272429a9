using System.Collections.Concurrent;
using System.Text;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Api.Tests.Contracts.Insighto;
using CustomerUpdate.Api.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CustomerUpdate.Api.Tests.Startup;

/// <summary>What goes to a collector, and that nothing does where none is named.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> received = new();
    private readonly TaskCompletionSource metrics = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource traces = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication collector = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        collector = builder.Build();
        collector.Map("/{**path}", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.Enqueue($"{http.Request.Path} {Encoding.UTF8.GetString(body.ToArray())}");
            (http.Request.Path == "/v1/metrics" ? metrics : traces).TrySetResult();
        });
        await collector.StartAsync();
    }

    public async Task DisposeAsync() => await collector.DisposeAsync();

    [Fact]
    public async Task Sends_what_was_counted_and_traced_and_neither_a_key_nor_a_person()
    {
        await UpdateAsync(new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.First(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        });

        // The host is stopped by the test and by its own entry point: whoever comes second does not wait for what the first still sends.
        await Task.WhenAll(metrics.Task, traces.Task).WaitAsync(TimeSpan.FromSeconds(30));
        var all = string.Concat(received);
        Assert.Contains("customerupdate.updates", all, StringComparison.Ordinal);
        Assert.Contains("customerupdate.commit.duration", all, StringComparison.Ordinal);
        Assert.Contains("customerupdate.commit.batch_size", all, StringComparison.Ordinal);
        Assert.Contains("customerupdate.commit.queue", all, StringComparison.Ordinal);
        Assert.Contains("customerupdate.limited", all, StringComparison.Ordinal);
        Assert.Contains("customerupdate.otp", all, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", all, StringComparison.Ordinal);
        Assert.Contains("/v1/traces", all, StringComparison.Ordinal);
        Assert.Contains("insighto", all, StringComparison.Ordinal);
        Assert.DoesNotContain(DemoTenant.InsightoKey, all, StringComparison.Ordinal);
        Assert.DoesNotContain("Unmistakable", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_nothing_where_nobody_is_named()
    {
        await UpdateAsync([]);

        Assert.Empty(received);
    }

    // What was gathered is sent at the latest when the host stops.
    private static async Task UpdateAsync(Dictionary<string, string?> settings)
    {
        settings["Limits:RequestsPerMinute"] = "2";
        await using var host = await HostUnderTest.StartAsync("sqlite", settings: settings);
        var contract = new InsightoUnderTest();
        var customer = await host.Customers.CreateAsync();
        var answer = await host.Client.SendAsync(contract.Update(customer, contract.WriteName("Unmistakable", "Person")));
        Assert.Equal(200, (int)answer.StatusCode);

        var unproven = contract.Update(customer, contract.WriteName("Someone", "Else"));
        unproven.Headers.Add("X-Customer-Otp", "654321");
        Assert.Equal(400, (int)(await host.Client.SendAsync(unproven)).StatusCode);
        Assert.Equal(429, (int)(await host.Client.SendAsync(contract.Show(customer))).StatusCode);
    }
}
