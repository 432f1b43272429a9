using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.History;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Hub.Transfer;

/// <summary>What an import does with its lines.</summary>
public abstract class ImportTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly TransferClient client = new(fixture.Host);

    [Fact]
    public async Task Makes_a_customer_of_each_line_and_says_so()
    {
        var (tenant, _, _) = await client.AddTenantAsync();

        var results = await client.ImportAsync(tenant, """{ "name": "Ada Lovelace", "email": "ada@example.com" }""", "{}");

        Assert.Equal(["1 created", "2 created"], results.Select(TransferClient.Brief));
        Assert.Equal(["line", "status", "id", "version"], results[0].EnumerateObject().Select(member => member.Name));
        var ada = await FindAsync(tenant, results[0]);
        Assert.Equal("Lovelace", ada.Profile.Name.Last);
        Assert.Equal("ada@example.com", ada.Profile.Email);
        Assert.NotNull(ada.Profile.ReferenceOf("helpscout")); // made, as for every new customer
    }

    [Fact]
    public async Task Goes_on_past_bad_lines_and_names_everything_that_is_wrong_with_each()
    {
        var (tenant, _, _) = await client.AddTenantAsync();

        var results = await client.ImportAsync(
            tenant,
            """{ "email": "taken@example.com", "phone": "+12025550001", "username": "ada", "identifier": "a-1", "references": { "quentli": "cmada" } }""",
            """{ "name": "Broken" """,
            """[ "no object" ]""",
            """{ "nickname": "Al", "name": 5, "emails": [ { "type": "work" } ] }""",
            """{ "id": "17", "version": 0, "createdAt": "yesterday", "tags": "VIP" }""",
            "",
            $$"""{ "background": "{{new string('x', 1024 * 1024)}}" }""",
            """{ "email": "TAKEN@example.com", "phone": "+12025550001", "username": "ada", "identifier": "a-1" }""",
            """{ "name": "Twice", "name": "Thrice" }""",
            """{ "name": "A\u0000b" }""",
            """{ "name": "Last" }""");

        Assert.Equal(
            [
                "1 created",
                "2 failed :malformed",
                "3 failed :wrong_type",
                "4 failed /emails/0/value:required /name:wrong_type /nickname:unknown_member",
                "5 failed /createdAt:wrong_type /id:invalid_id /tags:wrong_type /version:wrong_type",
                "7 failed :too_long",
                "8 failed /email:taken /identifier:taken /phone:taken /username:taken",
                "9 failed :malformed",
                "10 failed :malformed",
                "11 created",
            ],
            results.Select(TransferClient.Brief));
        Assert.Equal(2, (await client.ExportAsync(tenant)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Is_safe_to_repeat()
    {
        var (tenant, _, _) = await client.AddTenantAsync();
        string[] lines =
        [
            """{ "name": "Ada", "emails": [ { "type": "home", "value": "a@example.com" }, { "value": "b@example.com" } ], "references": { "helpscout": 77 } }""",
            """{ "email": "c@example.com", "phone": "(202) 555-0101", "websites": [ { "value": "https://example.com" } ], "references": { "trillet": ["123e3a141eccd665d3ba8abc"] } }""",
            """{ "id": "0198f000-1111-7000-8000-000000000001", "version": 7, "chats": [ { "type": "skype", "value": "ada" } ], "lastSeenAt": "2026-01-02T03:04:05.678901Z" }""",
        ];
        var first = await client.ImportAsync(tenant, lines);
        var export = await client.ExportAsync(tenant);
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var second = await client.ImportAsync(tenant, lines);

        Assert.Equal(["1 created", "2 created", "3 created"], first.Select(TransferClient.Brief));
        Assert.Equal(["1 unchanged", "2 unchanged", "3 unchanged"], second.Select(TransferClient.Brief));
        Assert.Equal(first.Select(IdOf), second.Select(IdOf));
        Assert.Equal(export, await client.ExportAsync(tenant));
        Assert.Equal(["hub"], await host.Customers.HistoryAsync(await FindAsync(tenant, first[2])));
    }

    [Fact]
    public async Task Writes_the_customer_that_a_reference_points_at_and_leaves_what_the_line_does_not_say()
    {
        var (tenant, _, _) = await client.AddTenantAsync();
        var made = await client.ImportAsync(tenant, """{ "name": "Ada Byron", "tags": ["VIP"], "references": { "chatwoot": 5 } }""");

        var results = await client.ImportAsync(
            tenant,
            """{ "id": "0198f000-2222-7000-8000-000000000001", "version": 40, "lastName": "Lovelace", "references": { "chatwoot": 5, "quentli": "cmnew" } }""");

        var customer = await FindAsync(tenant, made[0]);
        Assert.Equal(["1 updated"], results.Select(TransferClient.Brief));
        Assert.Equal(IdOf(made[0]), IdOf(results[0]));
        Assert.Equal(2, customer.Version);
        Assert.Equal("Ada Lovelace", customer.Profile.Name.Full);
        Assert.Equal(["VIP"], customer.Profile.Tags);
        Assert.Equal("cmnew", customer.Profile.ReferenceOf("quentli"));
    }

    [Fact]
    public async Task Writes_the_customer_whose_id_the_line_gives()
    {
        var (tenant, _, _) = await client.AddTenantAsync();
        var made = await client.ImportAsync(tenant, """{ "name": "Ada" }""");

        var results = await client.ImportAsync(tenant, $$"""{ "id": "{{IdOf(made[0])}}", "name": "Grace" }""");

        Assert.Equal(["1 updated"], results.Select(TransferClient.Brief));
        Assert.Equal("Grace", (await FindAsync(tenant, made[0])).Profile.Name.Full);
    }

    [Fact]
    public async Task Refuses_a_line_whose_references_are_different_customers()
    {
        var (tenant, _, _) = await client.AddTenantAsync();
        var made = await client.ImportAsync(tenant, """{ "references": { "chatwoot": 5 } }""", """{ "references": { "quentli": "cm5" } }""");

        var results = await client.ImportAsync(tenant, """{ "name": "Both", "references": { "chatwoot": 5, "quentli": "cm5" } }""");

        Assert.Equal(["1 failed /references:ambiguous"], results.Select(TransferClient.Brief));
        Assert.All(made, result => Assert.Contains(IdOf(result).ToString(), results[0].ToString(), StringComparison.Ordinal));
        Assert.Null((await FindAsync(tenant, made[0])).Profile.Name.Full);
    }

    [Fact]
    public async Task Keeps_id_version_and_timestamps_of_a_customer_that_is_new_here()
    {
        var (tenant, _, _) = await client.AddTenantAsync();

        var results = await client.ImportAsync(
            tenant,
            """{ "id": "0198f000-3333-7000-8000-000000000001", "version": 12, "createdAt": "2020-01-02T03:04:05.678Z", "updatedAt": "2021-01-01T00:00:00.001+01:00" }""");

        var customer = await FindAsync(tenant, results[0]);
        Assert.Equal(new Guid("0198f000-3333-7000-8000-000000000001"), customer.Id);
        Assert.Equal(12, customer.Version);
        Assert.Equal(new DateTimeOffset(2020, 1, 2, 3, 4, 5, 678, TimeSpan.Zero), customer.CreatedAt);
        Assert.Equal(new DateTimeOffset(2020, 12, 31, 23, 0, 0, 1, TimeSpan.Zero), customer.UpdatedAt);
    }

    [Fact]
    public async Task Does_not_bring_back_who_was_erased()
    {
        var (tenant, _, _) = await client.AddTenantAsync();
        var made = await client.ImportAsync(tenant, """{ "email": "erased@example.com" }""");
        var export = await client.ExportAsync(tenant);
        var caller = new Caller(tenant, null, "hub", KeyRole.Admin);
        var erased = await host.Services.GetRequiredService<ICustomerErasures>()
            .EraseAsync(new CustomerErasureCommand(caller, CustomerKey.Id(IdOf(made[0])), "erase"), CancellationToken.None);
        Assert.False(erased.TryFailure(out _, out _));

        var results = await client.ImportAsync(tenant, export);

        Assert.Equal(["1 failed /id:erased"], results.Select(TransferClient.Brief));
        Assert.Equal("", await client.ExportAsync(tenant));
    }

    [Fact]
    public async Task Does_not_bring_back_who_was_merged_into_somebody_who_was_erased()
    {
        var (tenant, _, _) = await client.AddTenantAsync();
        var made = await client.ImportAsync(
            tenant, """{ "email": "into@example.com" }""", """{ "email": "from@example.com", "version": 7 }""", """{ "email": "first@example.com" }""");
        var export = await client.ExportAsync(tenant);
        await MergeAsync(made[1], made[2]);
        await MergeAsync(made[0], made[1]);
        await SendAsync(HttpMethod.Delete, $"/{IdOf(made[0])}");

        var results = await client.ImportAsync(tenant, export);

        Assert.Equal(["1 failed /id:erased", "2 failed /id:erased", "3 failed /id:erased"], results.Select(TransferClient.Brief));
        Assert.Equal("", await client.ExportAsync(tenant));

        Task MergeAsync(JsonElement into, JsonElement from) =>
            SendAsync(HttpMethod.Post, "/merge", $$"""{ "into": "{{IdOf(into)}}", "from": "{{IdOf(from)}}" }""");

        async Task SendAsync(HttpMethod method, string below, string? body = null)
        {
            var reply = await new HubCalls(host).SendAsync(method, $"/hub/v1/tenants/{tenant.Id}/customers{below}", body);
            Assert.InRange(reply.Status, 200, 204);
        }
    }

    private static Guid IdOf(JsonElement result) => result.GetProperty("id").GetGuid();

    private async Task<Customer> FindAsync(Tenant tenant, JsonElement result) =>
        (await host.Services.GetRequiredService<ICustomerReads>().FindAsync(tenant.Id, CustomerKey.Id(IdOf(result)), CancellationToken.None))!;
}

[Collection(PostgresTests.Name)]
public sealed class ImportOnPostgres(PostgresHost host) : ImportTests(host);

[Collection(SqliteTests.Name)]
public sealed class ImportOnSqlite(SqliteHost host) : ImportTests(host);
