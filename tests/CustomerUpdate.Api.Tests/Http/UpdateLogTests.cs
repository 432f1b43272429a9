using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Contracts;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CustomerUpdate.Api.Tests.Http;

/// <summary>Each write leaves one line, whose properties are the same whatever came of it.</summary>
public abstract class UpdateLogTests(HostFixture fixture)
{
    private static readonly string[] Always = ["Contract", "Elapsed", "Fields", "Outcome", "RequestId", "Tenant"];

    private readonly HostUnderTest host = fixture.Host;

    [Fact]
    public async Task An_update_says_what_came_of_it_and_which_fields_it_changed()
    {
        foreach (var contract in ContractsUnderTest.All)
        {
            var customer = await host.Customers.CreateAsync();
            var body = contract.WriteName("Grace", "Hopper");

            await AssertAsync("Previewed", "name firstName lastName", customer, Dry(contract.Update(customer, body)));
            await AssertAsync("Updated", "name firstName lastName", customer, contract.Update(customer, body));
            await AssertAsync("Unchanged", "", customer, contract.Update(customer, body));
            await AssertAsync("Refused", "", null, contract.Update(customer, body, key: "wrong"));
            Assert.Equal("Replayed", (await SendTwiceAsync(contract.Update(customer, body), contract.Update(customer, body)))["Outcome"]);
        }

        async Task AssertAsync(string outcome, string fields, Customer? about, HttpRequestMessage request)
        {
            var line = await SendAsync(host, request);

            Assert.Equal((outcome, fields, about?.Id.ToString()), (line["Outcome"], line["Fields"], line.GetValueOrDefault("Customer")));
            Assert.Equal(about?.TenantId.ToString(), line["Tenant"]);
            Assert.Equal(outcome == "Refused" ? "CredentialUnknown" : null, line.GetValueOrDefault("Failure"));
        }
    }

    [Fact]
    public async Task A_customer_that_is_made_is_named_with_the_fields_that_it_has()
    {
        var line = await SendAsync(host, OfHub(HttpMethod.Post, $"{Tenant}/customers", """{ "name": "Unmistakable Maker", "customAttributes": { "unmistakable": 1 } }"""));
        var looked = await SendAsync(host, Dry(OfHub(HttpMethod.Post, $"{Tenant}/customers", """{ "jobTitle": "Unmistakable" }""")));

        Assert.Equal(("hub", "Created", "1"), (line["Contract"], line["Outcome"], line["Version"]));
        Assert.Equal("name firstName lastName customAttributes references", line["Fields"]);
        Assert.Equal(("Previewed", "jobTitle references"), (looked["Outcome"], looked["Fields"]));
        Assert.DoesNotContain(line.Values.Concat(looked.Values), value => value!.Contains("nmistakable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_of_the_hub_names_the_tenant_whose_key_it_was()
    {
        var read = await SendAsync(host, OfHub(HttpMethod.Post, $"{Tenant}/customers", "{}", TestTenants.DemoReadOnly.Key("hub")));
        var foreign = await SendAsync(host, OfHub(HttpMethod.Post, $"{Tenant}/customers", "{}", TestTenants.Other.Key("hub")));
        var nobody = await SendAsync(host, OfHub(HttpMethod.Delete, $"/hub/v1/tenants/{Guid.Empty}", null, TestTenants.Other.Key("hub")));
        var operators = await SendAsync(host, OfHub(HttpMethod.Post, "/hub/v1/tenants", "{}", TestTenants.Other.Key("hub")));

        Assert.Equal(("ReadOnlyKey", $"{TestTenants.Demo.Tenant.Id}"), (read["Failure"], read["Tenant"]));
        Assert.Equal(("NotFound", $"{TestTenants.Other.Tenant.Id}"), (foreign["Failure"], foreign["Tenant"]));
        Assert.Equal(("NotFound", $"{TestTenants.Other.Tenant.Id}"), (nobody["Failure"], nobody["Tenant"]));
        Assert.Equal(("Forbidden", $"{TestTenants.Other.Tenant.Id}"), (operators["Failure"], operators["Tenant"]));
    }

    private static string Tenant => $"/hub/v1/tenants/{TestTenants.Demo.Tenant.Id}";

    internal static async Task<IReadOnlyDictionary<string, string?>> SendAsync(HostUnderTest host, HttpRequestMessage request)
    {
        var id = Guid.NewGuid().ToString("N");
        request.Headers.Add("X-Request-Id", id);
        await host.Client.SendAsync(request);
        var line = host.Log.OutcomeOf(id);
        Assert.All(Always, name => Assert.True(line.ContainsKey(name), name));
        return line;
    }

    private static HttpRequestMessage Dry(HttpRequestMessage request)
    {
        request.Headers.Add("Prefer", "dry-run");
        return request;
    }

    private static HttpRequestMessage OfHub(HttpMethod method, string path, string? body, string key = HostUnderTest.OperatorKey)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : ContractUnderTest.Text(body) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        return request;
    }

    private async Task<IReadOnlyDictionary<string, string?>> SendTwiceAsync(HttpRequestMessage first, HttpRequestMessage again)
    {
        var key = Guid.NewGuid().ToString();
        first.Headers.Add("Idempotency-Key", key);
        again.Headers.Add("Idempotency-Key", key);
        await host.Client.SendAsync(first);
        return await SendAsync(host, again);
    }
}

[Collection(PostgresTests.Name)]
public sealed class UpdateLogsOnPostgres(PostgresHost host) : UpdateLogTests(host);

[Collection(SqliteTests.Name)]
public sealed class UpdateLogsOnSqlite(SqliteHost host) : UpdateLogTests(host);

/// <summary>Writes that an exception ends.</summary>
public sealed class UnforeseenFailureLogTests
{
    [Fact]
    public async Task They_leave_the_same_line_and_are_counted()
    {
        var counted = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == UpdateMetrics.MeterName && instrument.Name == "customerupdate.updates")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Enqueue(string.Join(' ', tags.ToArray().Select(tag => tag.Value))));
        listener.Start();
        var commits = new Broken { Thrown = new NotSupportedException("the internals") };
        await using var host = await HostUnderTest.StartAsync("sqlite", replace: services =>
            services.Replace(ServiceDescriptor.Singleton<ICustomerCommits>(commits)));
        var customer = await host.Customers.CreateAsync();

        foreach (var contract in ContractsUnderTest.All)
        {
            foreach (var (thrown, kind) in new (Exception, string)[] { (new TimeoutException("too slow"), "Busy"), (new NotSupportedException("the internals"), "Unexpected") })
            {
                commits.Thrown = thrown;
                var line = await UpdateLogTests.SendAsync(host, contract.Update(customer, contract.WriteName("Grace", "Hopper")));

                Assert.Equal((contract.Name, "Refused", kind, ""), (line["Contract"], line["Outcome"], line["Failure"], line["Fields"]));
                Assert.Equal($"{customer.TenantId}", line["Tenant"]);
                Assert.Contains($"{contract.Name} {kind}", counted);
            }
        }

        var patch = new HttpRequestMessage(HttpMethod.Patch, $"/hub/v1/tenants/{customer.TenantId}/customers/{customer.Id}")
        {
            Content = ContractUnderTest.Text("""{ "jobTitle": "Broken" }""", "application/merge-patch+json"),
        };
        patch.Headers.Add("Authorization", $"Bearer {HostUnderTest.OperatorKey}");
        var patched = await UpdateLogTests.SendAsync(host, patch);

        Assert.Equal(("hub", "Unexpected", $"{customer.TenantId}"), (patched["Contract"], patched["Failure"], patched["Tenant"]));
        Assert.Contains("hub Unexpected", counted);
    }

    private sealed class Broken : ICustomerCommits
    {
        public required Exception Thrown { get; set; }

        public Task<Result<UpdatedCustomer>> CommitAsync(CustomerUpdateCommand command, CancellationToken cancellationToken) => throw Thrown;
    }
}
