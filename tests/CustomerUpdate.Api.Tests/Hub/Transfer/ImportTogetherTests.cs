using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Keys;

namespace CustomerUpdate.Api.Tests.Hub.Transfer;

/// <summary>Lines that come together are written together, and what comes of them is what came if each had come alone.</summary>
public abstract class ImportTogetherTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly TransferClient client = new(fixture.Host);
    private readonly HubClient hub = new(fixture.Host);

    [Fact]
    public async Task A_line_in_the_way_is_named_and_its_neighbours_are_made()
    {
        var (tenant, _, _) = await client.AddTenantAsync();
        await client.ImportAsync(tenant, """{ "email": "first@example.com" }""");
        string[] lines = [.. Enumerable.Range(1, 150).Select(number => $$"""{ "email": "{{number}}@example.com" }""")];
        lines[6] = """{ "email": 7 }""";
        lines[29] = """{ "email": "First@example.com" }""";
        lines[63] = "{";
        lines[148] = """{ "email": "1@example.com" }""";

        var results = await client.ImportAsync(tenant, lines);

        Assert.Equal(150, results.Count);
        Assert.Equal(
            ["7 failed /email:wrong_type", "30 failed /email:taken", "64 failed :malformed", "149 failed /email:taken"],
            results.Select(TransferClient.Brief).Where(result => !result.EndsWith("created", StringComparison.Ordinal)));
        Assert.Equal(147, LinesOf(await client.ExportAsync(tenant)).Count);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_come_of_each_line_and_writes_none()
    {
        var (tenant, _, _) = await client.AddTenantAsync();
        await client.ImportAsync(tenant, """{ "email": "known@example.com", "references": { "helpscout": 1 } }""");
        var before = await client.ExportAsync(tenant);

        var lines = """
            { "email": "new@example.com" }
            { "jobTitle": "Engineer", "references": { "helpscout": 1 } }
            { "email": "Known@example.com" }
            """;
        using var answer = await client.SendImportAsync(tenant.Id, TransferClient.OperatorKey, lines, isDryRun: true);
        var results = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => TransferClient.Brief(JsonElement.Parse(line)));

        Assert.Equal(["1 created", "2 updated", "3 failed /email:taken"], results);
        Assert.Equal("dry-run", answer.Headers.GetValues("Preference-Applied").Single());
        Assert.Equal(before, await client.ExportAsync(tenant));
    }

    [Fact]
    public async Task A_later_line_sees_what_an_earlier_one_made()
    {
        var (tenant, _, _) = await client.AddTenantAsync();

        var results = await client.ImportAsync(
            tenant,
            """{ "name": "Ada", "references": { "helpscout": 1 } }""",
            """{ "name": "Grace" }""",
            """{ "jobTitle": "Engineer", "references": { "helpscout": 1 } }""",
            """{ "id": "0198f000-4444-7000-8000-000000000001" }""",
            """{ "id": "0198f000-4444-7000-8000-000000000001", "name": "Edith" }""",
            """{ "id": "0198f000-4444-7000-8000-000000000001", "name": "Edith" }""");

        Assert.Equal(["1 created", "2 created", "3 updated", "4 created", "5 updated", "6 unchanged"], results.Select(TransferClient.Brief));
        Assert.Equal(results[0].GetProperty("id").GetString(), results[2].GetProperty("id").GetString());
        Assert.Equal(
            ["Ada", "Edith", "Grace"],
            LinesOf(await client.ExportAsync(tenant)).Select(line => line.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task References_that_lines_lack_are_made_around_those_that_others_give()
    {
        var (tenant, _, _) = await client.AddTenantAsync();
        string[] lines = [.. Enumerable.Range(1, 100).Select(number => number % 10 == 0 ? $$"""{ "references": { "helpscout": {{number}}, "chatwoot": {{number}} } }""" : "{}")];

        var results = await client.ImportAsync(tenant, lines);

        Assert.All(results, result => Assert.Equal("created", result.GetProperty("status").GetString()));
        var references = LinesOf(await client.ExportAsync(tenant)).Select(line => line.GetProperty("references")).ToList();
        foreach (var contract in new[] { "quentli", "helpscout", "chatwoot", "insighto" })
        {
            Assert.Equal(100, references.Select(reference => reference.GetProperty(contract).ToString()).Distinct().Count());
        }
    }

    [Fact]
    public async Task The_id_and_the_references_of_a_customer_who_was_merged_are_the_survivors()
    {
        var (tenant, _, _) = await client.AddTenantAsync();
        var made = await client.ImportAsync(
            tenant, """{ "name": "Ada", "references": { "helpscout": 1 } }""", """{ "name": "Ada too", "references": { "helpscout": 2 } }""");
        var (into, from) = (made[0].GetProperty("id").GetString(), made[1].GetProperty("id").GetString());
        var merged = await hub.PostAsync($"/tenants/{tenant.Id}/customers/merge", $$"""{ "into": "{{into}}", "from": "{{from}}" }""");
        Assert.Equal(200, merged.Status);

        var results = await client.ImportAsync(
            tenant, $$"""{ "id": "{{from}}", "jobTitle": "Engineer" }""", """{ "jobTitle": "Engineer", "references": { "helpscout": 2 } }""", "{}");

        Assert.Equal(into, results[0].GetProperty("id").GetString());
        Assert.Equal(into, results[1].GetProperty("id").GetString());
        Assert.Equal("updated", results[0].GetProperty("status").GetString());
        Assert.Equal(2, LinesOf(await client.ExportAsync(tenant)).Count);
    }

    [Fact]
    public async Task Both_ways_leave_one_line_in_the_log_when_they_have_ended()
    {
        var (tenant, _, read) = await client.AddTenantAsync();

        await client.ImportAsync(tenant, """{ "name": "Unmistakable person" }""", "{");
        await client.ExportAsync(tenant);
        await client.SendImportAsync(tenant.Id, TransferClient.OperatorKey, "{}", "application/json");
        await client.SendImportAsync(tenant.Id, read, "{}");

        Assert.Single(host.Log.Lines, line => line.Contains($"hub: tenant {tenant.Id} asked to import customers: Done, 1 created, 0 updated, 0 unchanged, 1 failed, in", StringComparison.Ordinal));
        Assert.Single(host.Log.Lines, line => line.Contains($"hub: tenant {tenant.Id} asked to export customers: Done, in", StringComparison.Ordinal));
        Assert.Single(host.Log.Lines, line => line.Contains($"hub: tenant {tenant.Id} asked to import customers: Refused, UnsupportedMediaType, in", StringComparison.Ordinal));
        Assert.Contains(host.Log.Lines, line => line.Contains("asked to import customers: Refused, ReadOnlyKey", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("nmistakable person", StringComparison.Ordinal));
    }

    private static List<JsonElement> LinesOf(string export) =>
        [.. export.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
}

[Collection(PostgresTests.Name)]
public sealed class ImportTogetherOnPostgres(PostgresHost host) : ImportTogetherTests(host);

[Collection(SqliteTests.Name)]
public sealed class ImportTogetherOnSqlite(SqliteHost host) : ImportTogetherTests(host);
