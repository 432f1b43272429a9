using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Hub.History;

/// <summary>What writes of the hub leave in the log.</summary>
public abstract class HubLogTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly HubCalls hub = new(fixture.Host);

    [Fact]
    public async Task A_write_is_logged_with_contract_tenant_customer_version_and_fields_and_without_a_value()
    {
        var into = await host.Customers.CreateAsync(profile => profile with { JobTitle = null });
        var from = await host.Customers.CreateAsync(profile => profile with { JobTitle = "Unmistakable profession", CustomAttributes = RichProfiles.Bag("""{"Unmistakable":1}""") });

        await hub.MergeAsync(into, from);

        var line = Assert.Single(host.Log.Lines, line => line.Contains($"Updated customer {into.Id}, version 2", StringComparison.Ordinal));
        Assert.Contains($"hub: tenant {into.TenantId}", line, StringComparison.Ordinal);
        Assert.Contains("(emails phones jobTitle customAttributes references)", line, StringComparison.Ordinal);
        Assert.Matches(@"in \d+[.,]\d ms, request \w+", line);
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("nmistakable", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(HubCalls.OperatorKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_and_a_preview_are_logged_as_what_they_are()
    {
        var into = await host.Customers.CreateAsync();
        var from = await host.Customers.CreateAsync();

        await SendAsync("preview", $$"""{ "into": "{{into.Id}}", "from": "{{from.Id}}", "dryRun": true }""");
        await SendAsync("refusal", "{}");

        Assert.Contains($"Previewed customer {into.Id}", LineOf("preview"), StringComparison.Ordinal);
        Assert.Contains("asked to update a customer: Refused, Invalid", LineOf("refusal"), StringComparison.Ordinal);

        string LineOf(string what) => Assert.Single(host.Log.Lines, line => line.Contains($"{what}-{into.Id}", StringComparison.Ordinal));

        async Task SendAsync(string what, string body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/hub/v1/tenants/{into.TenantId}/customers/merge")
            {
                Content = Conformance.ContractUnderTest.Text(body),
            };
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {HubCalls.OperatorKey}");
            request.Headers.Add("X-Request-Id", $"{what}-{into.Id}");
            await host.Client.SendAsync(request);
        }
    }
}

[Collection(PostgresTests.Name)]
public sealed class HubLogsOnPostgres(PostgresHost host) : HubLogTests(host);

[Collection(SqliteTests.Name)]
public sealed class HubLogsOnSqlite(SqliteHost host) : HubLogTests(host);
