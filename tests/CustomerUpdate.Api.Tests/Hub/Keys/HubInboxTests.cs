using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Hub.Keys;

[Collection(PostgresTests.Name)]
public sealed class HubInboxesOnPostgres(PostgresHost host) : HubInboxTests(host);

[Collection(SqliteTests.Name)]
public sealed class HubInboxesOnSqlite(SqliteHost host) : HubInboxTests(host);

/// <summary>Inboxes are numbered in their tenant.</summary>
public abstract class HubInboxTests(HostFixture fixture)
{
    private readonly HubClient hub = new(fixture.Host);

    [Fact]
    public async Task Inboxes_are_made_and_listed_in_each_tenants_own_numbers()
    {
        var (tenant, other) = (await hub.NewTenantAsync(), await hub.NewTenantAsync());

        var made = await hub.PostAsync($"{tenant}/inboxes", """{ "name": "Website", "channelType": "Channel::WebWidget" }""");
        await hub.PostAsync($"{tenant}/inboxes", """{ "name": "API" }""");
        var first = await hub.PostAsync($"{other}/inboxes", """{ "name": "Elsewhere" }""");

        Assert.Equal((201, """{"id":1,"name":"Website","channelType":"Channel::WebWidget"}"""), (made.Status, made.Body));
        Assert.Equal("""{"id":1,"name":"Elsewhere","channelType":"Channel::Api"}""", first.Body);
        Assert.Equal(
            """{"items":[{"id":1,"name":"Website","channelType":"Channel::WebWidget"},{"id":2,"name":"API","channelType":"Channel::Api"}]}""",
            (await hub.GetAsync($"{tenant}/inboxes")).Body);
    }

    [Fact]
    public async Task Inboxes_that_are_made_together_get_numbers_of_their_own()
    {
        var tenant = await hub.NewTenantAsync();

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => hub.PostAsync($"{tenant}/inboxes", """{ "name": "Crowd" }""")));

        Assert.Equal(Enumerable.Range(1, 8), made.Select(answer => answer.Json["id"]!.GetValue<int>()).Order());
    }

    [Theory]
    [InlineData("{}", "/name required")]
    [InlineData("""{ "name": "" }""", "/name invalid_length")]
    [InlineData("""{ "name": "A", "channelType": "Channel::Fax" }""", "/channelType invalid_value")]
    [InlineData("""{ "name": "A", "channelType": null }""", "/channelType wrong_type")]
    [InlineData("""{ "name": "A", "id": 1 }""", "/id unknown_member")]
    public async Task A_bad_member_is_named(string body, string expected)
    {
        var answer = await hub.PostAsync($"{await hub.NewTenantAsync()}/inboxes", body);

        Assert.Equal(400, answer.Status);
        Assert.Equal([expected], answer.Errors);
    }
}
