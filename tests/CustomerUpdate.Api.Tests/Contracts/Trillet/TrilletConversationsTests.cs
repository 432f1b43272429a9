using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Customers;
using CustomerUpdate.Api.Tests.Limits;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Trillet;

[Collection(PostgresTests.Name)]
public sealed class TrilletConversationsOnPostgres(PostgresHost host) : TrilletConversationsTests(host);

[Collection(SqliteTests.Name)]
public sealed class TrilletConversationsOnSqlite(SqliteHost host) : TrilletConversationsTests(host);

/// <summary>Trillet's list of conversations.</summary>
public abstract class TrilletConversationsTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;

    [Fact]
    public async Task All_conversations_of_a_workspace_are_a_bare_array_in_the_order_of_their_ids()
    {
        var (tenant, key) = await NewTenantAsync();
        var ada = await BindAsync(tenant, "ada", "64b7f0c2a1d3e4f5a6b7c8d9", "123e3a141eccd665d3ba8abc");
        var bob = await BindAsync(tenant, "bob", "3f0c8d2a-77aa-4c11-9d52-0a1b2c3d4e5f");
        await host.Customers.CreateAsync(TestTenants.Other);

        var (status, body) = await SendAsync(tenant, key);

        Assert.Equal(200, status);
        Assert.Equal(
            [("123e3a141eccd665d3ba8abc", ada.Profile.Email), ("3f0c8d2a-77aa-4c11-9d52-0a1b2c3d4e5f", bob.Profile.Email), ("64b7f0c2a1d3e4f5a6b7c8d9", ada.Profile.Email)],
            body.EnumerateArray().Select(item => (item.GetProperty("_id").GetString()!, item.GetProperty("customer").GetProperty("email").GetString())));
    }

    [Fact]
    public async Task Each_is_what_a_read_of_it_shows()
    {
        var (tenant, key) = await NewTenantAsync();
        var conversation = Guid.NewGuid().ToString("N")[..24];
        await BindAsync(tenant, "ada", conversation);

        var listed = (await SendAsync(tenant, key)).Body.EnumerateArray().Single();
        var (_, shown) = await SendAsync(tenant, key, path: $"/v1/api/conversations/{conversation}");

        Assert.Equal(shown.GetRawText(), listed.GetRawText());
        Assert.Equal(["_id", "customer", "messages", "createdAt", "updatedAt"], listed.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task What_a_customer_lacks_is_absent()
    {
        var (tenant, key) = await NewTenantAsync();
        var conversation = Guid.NewGuid().ToString("N")[..24];
        await host.Customers.CreateAsync(tenant, _ => new Profile { References = [new("trillet", conversation)] });

        var listed = (await SendAsync(tenant, key)).Body.EnumerateArray().Single();

        Assert.Equal("{}", listed.GetProperty("customer").GetRawText());
    }

    [Fact]
    public async Task A_workspace_without_conversations_has_an_empty_list()
    {
        var (tenant, key) = await NewTenantAsync();
        await host.Customers.CreateAsync(tenant, profile => profile with { References = [] });

        Assert.Equal("[]", (await SendAsync(tenant, key)).Body.GetRawText());
    }

    // More than the store reads at a time.
    [Fact]
    public async Task However_many_there_are_each_comes_once()
    {
        var (tenant, key) = await NewTenantAsync();
        var conversations = Enumerable.Range(0, 1_001).Select(number => $"64b7f0c2a1d3e4f5{number:00000000}").ToArray();
        await BindAsync(tenant, "ada", conversations);

        var listed = (await SendAsync(tenant, key)).Body.EnumerateArray().Select(item => item.GetProperty("_id").GetString()!);

        Assert.Equal(conversations, listed);
    }

    [Fact]
    public async Task A_conversation_that_is_bound_later_is_listed_and_one_whose_customer_is_erased_is_gone()
    {
        var (tenant, key) = await NewTenantAsync();
        var customer = await BindAsync(tenant, "ada", "a1");
        var hub = new CustomerRoutes(host, tenant);

        var bound = await hub.SendAsync(
            HttpMethod.Patch,
            hub.Path($"/{customer.Id}"),
            """{ "references": { "trillet": ["a1", "a2"] } }""",
            CustomerRoutes.MergePatch,
            HostUnderTest.OperatorKey);
        var after = await IdsAsync();
        var erased = await hub.SendAsync(HttpMethod.Delete, hub.Path($"/{customer.Id}"), key: HostUnderTest.OperatorKey);

        Assert.Equal((200, 204), (bound.Status, erased.Status));
        Assert.Equal(["a1", "a2"], after);
        Assert.Empty(await IdsAsync());

        async Task<IEnumerable<string?>> IdsAsync() =>
            (await SendAsync(tenant, key)).Body.EnumerateArray().Select(item => item.GetProperty("_id").GetString());
    }

    [Fact]
    public async Task The_headers_are_those_of_an_edit()
    {
        var (tenant, key) = await NewTenantAsync();
        var (other, otherKey) = await NewTenantAsync();

        Assert.Equal((401, "unauthorized"), await RefusalAsync(tenant, ""));
        Assert.Equal((401, "unauthorized"), await RefusalAsync(tenant, "nobody"));
        Assert.Equal((403, "forbidden"), await RefusalAsync(tenant, otherKey));
        Assert.Equal((400, "bad_request"), await RefusalAsync(tenant, key, workspace: ""));
        Assert.Equal((405, "method_not_allowed"), await RefusalAsync(other, otherKey, HttpMethod.Post));
    }

    [Theory]
    [InlineData("/v1/api/conversations/000000000000000000000000")]
    [InlineData("/v1/api/conversations/flow/64b7f0c2a1d3e4f5a6b7c8d9")]
    [InlineData("/v1/api/conversations/message/generate")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        var (tenant, key) = await NewTenantAsync();

        var (status, body) = await SendAsync(tenant, key, path: path);

        Assert.Equal((404, "not_found"), (status, body.GetProperty("error").GetProperty("code").GetString()));
    }

    private Task<Customer> BindAsync(TestTenant tenant, string name, params string[] conversations) => host.Customers.CreateAsync(
        tenant,
        profile => profile with
        {
            Name = new PersonName(name, name, null),
            References =
            [
                .. profile.References.Where(reference => reference.Contract != "trillet"),
                .. conversations.Select(conversation => new Reference("trillet", conversation)),
            ],
        });

    private async Task<(TestTenant Tenant, string Key)> NewTenantAsync()
    {
        var tenant = await LimitedTenant.CreateAsync(host);
        return (tenant.Tenant, await tenant.NewKeyAsync("trillet", "read"));
    }

    private async Task<(int Status, string? Code)> RefusalAsync(TestTenant tenant, string key, HttpMethod? method = null, string? workspace = null)
    {
        var (status, body) = await SendAsync(tenant, key, method, workspace);
        return (status, body.GetProperty("error").GetProperty("code").GetString());
    }

    private async Task<(int Status, JsonElement Body)> SendAsync(
        TestTenant tenant, string key, HttpMethod? method = null, string? workspace = null, string path = "/v1/api/conversations")
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.Add("x-api-key", key);
        request.Headers.Add("x-workspace-id", workspace ?? tenant.Tenant.WorkspaceId);
        var answer = await host.Client.SendAsync(request);
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }
}
