using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Api.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Hub.Customers;

/// <summary>Customers listed, searched and erased through the hub.</summary>
public abstract class HubCustomerListTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly CustomerRoutes hub = new(fixture.Host, TestTenants.Demo);

    [Fact]
    public async Task Pages_neither_repeat_nor_drop_while_others_write()
    {
        var mark = hub.Unique("pages");
        var there = new List<string>();
        for (var index = 0; index < 7; index++)
        {
            there.Add((await hub.CreateAsync($$"""{ "name": "{{mark}}" }""")).Id);
        }

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await hub.ListAsync($"query={mark}&limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            var items = page.Body!["items"]!.AsArray().Select(item => (string)item!["id"]!).ToList();
            seen.AddRange(items);
            cursor = (string?)page.Body["next"];
            await hub.PatchAsync(items[0], """{ "jobTitle": "read" }""");
            if (seen.Count == 2)
            {
                await hub.EraseAsync(items[1]);
                host.Clock.Advance(TimeSpan.FromSeconds(1));
                there.Add((await hub.CreateAsync($$"""{ "name": "{{mark}}" }""")).Id);
            }
        }
        while (cursor is not null);

        Assert.Equal(there.Count, seen.Count);
        Assert.Equal(there.Order(), seen.Order());
    }

    [Fact]
    public async Task A_part_of_name_address_or_number_finds_in_any_case()
    {
        var mark = hub.Unique("ÅNGSTRÖM");
        var id = (await hub.CreateAsync($$"""{ "name": "x {{mark}} y_%", "email": "{{mark}}@example.com" }""")).Id;

        Assert.Equal([id], await FindAsync($"query={Uri.EscapeDataString(mark.ToLowerInvariant())}"));
        Assert.Equal([id], await FindAsync($"query={Uri.EscapeDataString($"{mark}@EXAMPLE")}"));
        Assert.Empty(await FindAsync($"query={Uri.EscapeDataString($"{mark}%")}"));
        Assert.Equal([id], await FindAsync($"query={Uri.EscapeDataString($"{mark} y_%")}"));
    }

    [Fact]
    public async Task Any_spelling_of_any_number_finds_everybody_who_has_it()
    {
        var digits = CustomerRoutes.UniqueDigits();
        var national = $"({digits[..3]}) {digits[3..6]}-{digits[6..]}";
        var first = (await hub.CreateAsync($$"""{ "phone": null, "phones": [ { "value": "x" }, { "value": "{{national}}" } ] }""")).Id;
        var second = (await hub.CreateAsync($$"""{ "phone": null, "phones": [ { "value": "+1 {{digits}}" } ] }""")).Id;

        foreach (var spelling in new[] { national, $"+1{digits}", $"+1 {national}", digits })
        {
            Assert.Equal(new[] { first, second }.Order(), (await FindAsync($"phone={Uri.EscapeDataString(spelling)}")).Order());
        }

        Assert.Equal(2, (await FindAsync($"phone=+1{digits}")).Count);
        await hub.PatchAsync(second, """{ "phones": [] }""");
        Assert.Equal([first], await FindAsync($"phone={digits}"));
    }

    [Fact]
    public async Task What_is_searched_for_may_be_a_number_in_any_spelling_or_a_part_of_one()
    {
        var digits = CustomerRoutes.UniqueDigits();
        var national = $"({digits[..3]}) {digits[3..6]}-{digits[6..]}";
        var written = (await hub.CreateAsync($$"""{ "phone": "+1{{digits}}" }""")).Id;

        foreach (var spelling in new[] { national, $"{digits[..3]}-{digits[3..6]}-{digits[6..]}", $"+1 {national}", $" {digits} ", digits[2..], $"+1{digits[..9]}" })
        {
            Assert.Contains(written, await FindAsync($"query={Uri.EscapeDataString(spelling)}&limit=100"));
        }

        Assert.Equal([written], await FindAsync($"query=+1 {digits}"));
        Assert.Equal([written], await FindAsync($"query={Uri.EscapeDataString(national)}&phone={digits}"));
        Assert.Empty(await FindAsync($"query={Uri.EscapeDataString($"({digits[..3]}) 999-{digits[6..]}")}"));
    }

    [Fact]
    public async Task White_space_around_what_is_searched_for_does_not_count()
    {
        var mark = hub.Unique("trimmed");
        var id = (await hub.CreateAsync($$"""{ "name": "{{mark}}" }""")).Id;

        Assert.Equal([id], await FindAsync($"query=%20{mark}%09"));
        Assert.Equal(await FindAsync("limit=2"), await FindAsync("limit=2&query=%20"));
    }

    [Fact]
    public async Task An_address_finds_by_any_entry_and_exactly()
    {
        var mark = hub.Unique("mail");
        var id = (await hub.CreateAsync($$"""{ "emails": [ { "value": "a{{mark}}@example.com" }, { "value": "b{{mark}}@example.com" } ] }""")).Id;

        Assert.Equal([id], await FindAsync($"email=B{mark.ToUpperInvariant()}@example.com"));
        Assert.Empty(await FindAsync($"email={mark}@example.com"));
    }

    [Theory]
    [InlineData("limit=0&cursor=abc", "/cursor invalid_cursor,/limit out_of_range")]
    [InlineData("limit=101", "/limit out_of_range")]
    [InlineData("cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/cursor invalid_cursor")]
    [InlineData("cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/cursor invalid_cursor")]
    [InlineData("cursor=__________8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/cursor invalid_cursor")]
    public async Task What_no_list_gave_is_no_cursor(string query, string errors)
    {
        var answer = await hub.ListAsync(query);

        Assert.Equal(400, answer.Status);
        Assert.Equal(errors.Split(','), answer.Errors);
    }

    [Fact]
    public async Task A_cursor_is_one_of_its_tenants_list_only()
    {
        await hub.CreateAsync("{}");
        await hub.CreateAsync("{}");
        var cursor = (string)(await hub.ListAsync("limit=1")).Body!["next"]!;

        var other = new CustomerRoutes(host, TestTenants.Other);
        var answer = await other.ListAsync($"cursor={cursor}");

        Assert.Equal(200, (await hub.ListAsync($"cursor={cursor}")).Status);
        Assert.Equal(400, answer.Status);
        Assert.Equal(["/cursor invalid_cursor"], answer.Errors);
    }

    [Fact]
    public async Task An_erased_customer_is_gone_everywhere_and_its_values_are_free_again()
    {
        var (email, user) = ($"{hub.Unique("gone")}@example.com", hub.Unique("gone"));
        var body = $$"""{ "name": "Unmistakable", "email": "{{email}}", "username": "{{user}}", "references": { "trillet": [ "{{user}}" ] } }""";
        var made = await hub.CreateAsync(body);
        await hub.PatchAsync(made.Id, """{ "jobTitle": "Secret" }""");

        var erased = await hub.EraseAsync(made.Id);

        Assert.Equal((204, null), (erased.Status, erased.Body));
        Assert.Equal(404, (await hub.ShowAsync(made.Id)).Status);
        Assert.Equal(404, (await hub.PatchAsync(made.Id, "{}")).Status);
        Assert.Equal(404, (await hub.EraseAsync(made.Id)).Status);
        Assert.Empty(await FindAsync($"email={email}"));
        await AssertOnlyTheTombstoneRemainsAsync(Guid.Parse(made.Id));
        Assert.Equal(201, (await hub.CreateAsync(body)).Status);
    }

    [Fact]
    public async Task Ids_that_are_none_and_other_tenants_are_not_found()
    {
        var made = await hub.CreateAsync("{}");
        var other = new CustomerRoutes(host, TestTenants.Other);

        Assert.Equal(404, (await hub.ShowAsync("5")).Status);
        Assert.Equal(404, (await hub.EraseAsync("5")).Status);
        Assert.Equal(404, (await other.ShowAsync(made.Id)).Status);
        Assert.Equal(404, (await other.EraseAsync(made.Id)).Status);
        Assert.Equal(404, (await other.SendAsync(HttpMethod.Get, hub.Path())).Status);
        Assert.Equal(405, (await hub.SendAsync(HttpMethod.Put, hub.Path(), "{}")).Status);
    }

    private async Task<List<string>> FindAsync(string query)
    {
        var answer = await hub.ListAsync(query);
        Assert.Equal(200, answer.Status);
        return [.. answer.Body!["items"]!.AsArray().Select(item => (string)item!["id"]!)];
    }

    private async Task AssertOnlyTheTombstoneRemainsAsync(Guid id)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<CustomerDbContext>>().CreateDbContextAsync();
        Assert.False(await db.Customers.AnyAsync(row => row.Id == id));
        Assert.False(await db.CustomerKeys.AnyAsync(row => row.CustomerId == id));
        Assert.False(await db.CustomerSearches.AnyAsync(row => row.CustomerId == id) || await db.CustomerTerms.AnyAsync(row => row.CustomerId == id));
        Assert.False(await db.CustomerChanges.AnyAsync(row => row.CustomerId == id));
        Assert.Equal(2, (await db.ErasedCustomers.SingleAsync(row => row.CustomerId == id)).Version);
    }
}

[Collection(PostgresTests.Name)]
public sealed class HubCustomerListOnPostgres(PostgresHost host) : HubCustomerListTests(host);

[Collection(SqliteTests.Name)]
public sealed class HubCustomerListOnSqlite(SqliteHost host) : HubCustomerListTests(host);
