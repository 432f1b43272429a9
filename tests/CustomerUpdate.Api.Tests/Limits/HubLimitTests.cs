using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Limits;

[Collection(PostgresTests.Name)]
public sealed class HubLimitsOnPostgres(PostgresHost host) : HubLimitTests(host);

[Collection(SqliteTests.Name)]
public sealed class HubLimitsOnSqlite(SqliteHost host) : HubLimitTests(host);

/// <summary>The hub limits a tenant's keys as the contracts do.</summary>
public abstract class HubLimitTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;

    [Fact]
    public async Task Past_its_limit_a_hub_key_is_refused_as_a_problem_until_there_is_room_again()
    {
        var tenant = await LimitedTenant.CreateAsync(host, "hub", 2);
        var own = tenant.Hub.As(await tenant.NewKeyAsync("hub"));

        var first = await own.GetAsync(tenant.Path);
        Assert.Equal((200, "\"hub\";q=2;w=60", "\"hub\";r=1;t=30"), (first.Status, Header(first.Message, "RateLimit-Policy"), Header(first.Message, "RateLimit")));
        Assert.Equal(200, (await own.PatchAsync(tenant.Path, """{ "name": "Two" }""")).Status);

        var refused = await own.PatchAsync(tenant.Path, """{ "name": "Three" }""");
        Assert.Equal((429, "rate-limited", "application/problem+json"), (refused.Status, refused.Text("type"), refused.Message.Content.Headers.ContentType?.MediaType));
        Assert.Equal(("30", "\"hub\";r=0;t=30"), (Header(refused.Message, "Retry-After"), Header(refused.Message, "RateLimit")));
        Assert.Equal("Two", (await tenant.Hub.GetAsync(tenant.Path)).Text("name"));

        host.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(200, (await own.PatchAsync(tenant.Path, """{ "name": "Three" }""")).Status);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("DELETE", "")]
    [InlineData("GET", "/keys")]
    [InlineData("POST", "/keys")]
    [InlineData("GET", "/inboxes")]
    [InlineData("GET", "/customers")]
    [InlineData("POST", "/customers")]
    [InlineData("POST", "/customers/merge")]
    [InlineData("GET", "/customers/0198f000-0000-7000-8000-000000000099/history")]
    [InlineData("GET", "/customers/0198f000-0000-7000-8000-000000000099/as/any")]
    [InlineData("POST", "/import")]
    [InlineData("GET", "/export")]
    public async Task Every_route_counts_a_request_once_and_refuses_it_past_the_limit(string method, string route)
    {
        var tenant = await LimitedTenant.CreateAsync(host, "hub", 2);
        var own = tenant.Hub.As(await tenant.NewKeyAsync("hub"));

        foreach (var left in new[] { 1, 0 })
        {
            var answer = await own.SendAsync(new HttpMethod(method), tenant.Path + route, "{}");
            Assert.NotEqual(429, answer.Status);
            Assert.Equal($"\"hub\";r={left};t=30", Header(answer.Message, "RateLimit"));
        }

        Assert.Equal(429, (await own.SendAsync(new HttpMethod(method), tenant.Path + route, "{}")).Status);
    }

    [Fact]
    public async Task What_is_the_operators_alone_counts_too()
    {
        var tenant = await LimitedTenant.CreateAsync(host, "hub", 1);
        var own = tenant.Hub.As(await tenant.NewKeyAsync("hub"));

        Assert.Equal(403, (await own.GetAsync("/tenants")).Status);
        Assert.Equal(429, (await own.GetAsync("/tenants")).Status);
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
