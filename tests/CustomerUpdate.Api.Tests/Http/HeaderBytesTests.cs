using System.Text;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Http;

/// <summary>Headers that are no UTF-8, over HTTP.</summary>
[Collection(SqliteTests.Name)]
public sealed class HeaderBytesTests(SqliteHost fixture)
{
    private readonly HostUnderTest host = fixture.Host;

    [Theory]
    [InlineData("/v1/api/conversations/1", "x-api-key", "\u00e9", "\"unauthorized\"")]
    [InlineData("/v1/customers/1", "Authorization", "Bearer sk_\u00ff", "\"UNAUTHORIZED\"")]
    [InlineData("/api/v1/accounts/1/contacts/1", "api_access_token", "\u0080\u00e9", "Invalid Access Token")]
    public async Task A_key_of_any_bytes_is_an_unknown_key(string path, string header, string key, string words)
    {
        using var client = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 });
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Client.BaseAddress!, path));
        request.Headers.TryAddWithoutValidation(header, key);
        request.Headers.TryAddWithoutValidation("x-workspace-id", TestTenants.Demo.Tenant.WorkspaceId);

        var answer = await client.SendAsync(request);

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
