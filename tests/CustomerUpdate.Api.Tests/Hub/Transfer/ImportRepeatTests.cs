using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Keys;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Tests.Hub.Transfer;

/// <summary>Lines that come again: those that give their primaries beside their lists, and those of customers who have been merged since.</summary>
public abstract class ImportRepeatTests(HostFixture fixture)
{
    private readonly TransferClient client = new(fixture.Host);
    private readonly HubClient hub = new(fixture.Host);

    [Theory]
    [InlineData("""{ "references": { "chatwoot": 1004 }, "emails": [ { "type": "home", "value": "z@x.com" } ], "email": "zz@x.com" }""")]
    [InlineData("""{ "references": { "chatwoot": 1004 }, "emails": [], "email": "zz@x.com" }""")]
    [InlineData("""{ "references": { "chatwoot": 1004 }, "emails": [ { "id": 7, "type": "home", "value": "z@x.com" } ], "email": "zz@x.com" }""")]
    [InlineData("""{ "references": { "chatwoot": 1004 }, "emails": [ { "type": "home", "value": "ZZ@x.com" } ], "email": "zz@x.com" }""")]
    [InlineData("""{ "references": { "chatwoot": 1004 }, "phones": [ { "value": "+12025550001" } ], "phone": "(202) 555-0002" }""")]
    [InlineData("""{ "references": { "chatwoot": 1004 }, "phones": [ { "value": "+12025550001" } ], "channels": { "telephone": "+12025550002" } }""")]
    [InlineData("""{ "references": { "chatwoot": 1004 }, "phones": [ { "type": "home", "value": "+12025550001" } ], "secondaryPhone": "+12025550003" }""")]
    [InlineData("""{ "references": { "chatwoot": 1004 }, "phones": [ { "value": "+12025550001" } ], "phone": "+12025550002", "secondaryPhone": "+12025550003" }""")]
    [InlineData("""{ "references": { "chatwoot": 1004 }, "phones": [ { "value": "+12025550001" } ], "phone": "+12025550002", "secondaryPhone": "+12025550002" }""")]
    public async Task A_primary_that_its_list_does_not_have_is_the_same_entry_the_next_time(string line)
    {
        var (tenant, _, _) = await client.AddTenantAsync();
        var first = await client.ImportAsync(tenant, line);
        var export = await client.ExportAsync(tenant);

        var second = await client.ImportAsync(tenant, line);

        Assert.Equal(["1 created", "1 unchanged"], first.Concat(second).Select(TransferClient.Brief));
        Assert.Equal(export, await client.ExportAsync(tenant));
    }

    [Fact]
    public async Task The_export_of_a_customer_who_has_absorbed_another_changes_nothing_where_it_came_from()
    {
        var (tenant, _) = await MergedAsync();

        var results = await client.ImportAsync(tenant, await client.ExportAsync(tenant));

        Assert.Equal(["1 unchanged"], results.Select(TransferClient.Brief));
    }

    [Fact]
    public async Task What_was_exported_before_a_merge_takes_no_reference_from_the_survivor_and_makes_nobody_twice()
    {
        var (tenant, before) = await MergedAsync();

        var first = await client.ImportAsync(tenant, before);
        var second = await client.ImportAsync(tenant, before);

        Assert.DoesNotContain(first.Concat(second), result => result.GetProperty("status").GetString() is "created" or "failed");
        Assert.Equal(["1 unchanged", "2 unchanged"], second.Select(TransferClient.Brief));
        Assert.Single(Lines(await client.ExportAsync(tenant)));
        var survivor = first[0].GetProperty("id").GetString();
        foreach (var reference in Lines(before).SelectMany(References))
        {
            var found = await client.ImportAsync(tenant, $$"""{ "references": { {{reference}} } }""");
            Assert.Equal((survivor, "unchanged"), (found[0].GetProperty("id").GetString(), found[0].GetProperty("status").GetString()));
        }
    }

    [Fact]
    public async Task A_patch_with_a_reference_that_the_survivor_has_already_changes_nothing()
    {
        var (tenant, before) = await MergedAsync();
        var export = await client.ExportAsync(tenant);
        var (into, from) = (Lines(before)[0], Lines(before)[1]);
        var absorbed = from.GetProperty("references").GetProperty("chatwoot");

        var patched = await hub.SendAsync(
            HttpMethod.Patch,
            $"/tenants/{tenant.Id}/customers/{into.GetProperty("id")}",
            $$"""{ "references": { "chatwoot": {{absorbed}} } }""",
            "application/merge-patch+json");

        Assert.Equal(200, patched.Status);
        Assert.Equal(export, await client.ExportAsync(tenant));
        foreach (var chatwoot in new[] { into, from }.Select(customer => customer.GetProperty("references").GetProperty("chatwoot")))
        {
            var found = await client.ImportAsync(tenant, $$"""{ "references": { "chatwoot": {{chatwoot}} } }""");
            Assert.Equal("1 unchanged", TransferClient.Brief(found[0]));
        }
    }

    private static IEnumerable<string> References(JsonElement line) =>
        line.GetProperty("references").EnumerateObject().Select(reference => $"\"{reference.Name}\": {reference.Value.GetRawText()}");

    private static List<JsonElement> Lines(string export) =>
        [.. export.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];

    // Two customers, exported, and then merged, the second into the first.
    private async Task<(Tenant Tenant, string Before)> MergedAsync()
    {
        var (tenant, _, _) = await client.AddTenantAsync();
        await client.ImportAsync(
            tenant,
            """{ "references": { "trillet": ["123e3a141eccd665d3ba8abc", "123e3a141eccd665d3ba8abd"] } }""",
            """{ "references": { "trillet": ["123e3a141eccd665d3ba8abe"] } }""");
        var before = await client.ExportAsync(tenant);
        string[] ids = [.. Lines(before).Select(line => line.GetProperty("id").GetString()!)];
        var merged = await hub.PostAsync($"/tenants/{tenant.Id}/customers/merge", $$"""{ "into": "{{ids[0]}}", "from": "{{ids[1]}}" }""");
        Assert.Equal(200, merged.Status);
        return (tenant, before);
    }
}

[Collection(PostgresTests.Name)]
public sealed class ImportRepeatOnPostgres(PostgresHost host) : ImportRepeatTests(host);

[Collection(SqliteTests.Name)]
public sealed class ImportRepeatOnSqlite(SqliteHost host) : ImportRepeatTests(host);
