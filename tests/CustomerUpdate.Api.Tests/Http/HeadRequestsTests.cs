using CustomerUpdate.Api.Tests.Contracts.Chatwoot;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Http;

/// <summary>HEAD, over HTTP.</summary>
public abstract class HeadRequestsTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/swagger/index.html")]
    [InlineData("/v1/api/conversations/{trillet}", "x-api-key", "trillet")]
    [InlineData("/v1/customers/{quentli}", "Authorization", "quentli")]
    [InlineData("/v1/customers?take=1", "Authorization", "quentli")]
    [InlineData("/v2/customers/{helpscout}", "Authorization", "helpscout")]
    [InlineData("/api/v1/accounts/1/contacts/{chatwoot}", "api_access_token", "chatwoot")]
    [InlineData("/hub/v1/tenants", "Authorization", "operator")]
    public async Task Head_answers_what_get_does_without_the_body(string pattern, string? header = null, string? key = null)
    {
        var customer = await host.Customers.CreateAsync();
        var path = customer.Profile.References.Aggregate(
            pattern, (text, reference) => text.Replace($"{{{reference.Contract}}}", reference.Value, StringComparison.Ordinal));

        var (get, head) = (await SendAsync(HttpMethod.Get), await SendAsync(HttpMethod.Head));

        Assert.Equal((200, 200), ((int)get.StatusCode, (int)head.StatusCode));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);

        async Task<HttpResponseMessage> SendAsync(HttpMethod method)
        {
            var request = new HttpRequestMessage(method, path);
            if (header is not null)
            {
                var secret = key == "operator" ? HostUnderTest.OperatorKey : TestTenants.Demo.Key(key!);
                request.Headers.TryAddWithoutValidation(header, header == "Authorization" ? $"Bearer {secret}" : secret);
                request.Headers.Add("x-workspace-id", TestTenants.Demo.Tenant.WorkspaceId);
            }

            return await host.Client.SendAsync(request);
        }
    }

    [Fact]
    public async Task Head_of_what_only_takes_writes_is_not_allowed()
    {
        var request = new HttpRequestMessage(HttpMethod.Head, "/api/v1/accounts/1/actions/contact_merge");
        request.Headers.Add("api_access_token", ChatwootClient.Token);

        var answer = await host.Client.SendAsync(request);

        Assert.Equal((405, "POST"), ((int)answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow)));
    }
}

[Collection(PostgresTests.Name)]
public sealed class HeadRequestsOnPostgres(PostgresHost host) : HeadRequestsTests(host);

[Collection(SqliteTests.Name)]
public sealed class HeadRequestsOnSqlite(SqliteHost host) : HeadRequestsTests(host);
