using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Http;

/// <summary>Ids with characters that have to be escaped in paths, over HTTP.</summary>
public abstract class EscapedSegmentTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;

    [Theory]
    [InlineData("a/b")]
    [InlineData("a/b/c")]
    [InlineData("a%2Fb")]
    [InlineData("a%2Fb/c")]
    [InlineData("a b+c?d#e\\f;g")]
    [InlineData("100%25")]
    [InlineData("\u00fc/\u00e9")]
    public async Task An_opaque_id_is_found_whatever_it_is_made_of(string text)
    {
        var id = $"{text}{Guid.NewGuid():N}";
        var customer = await host.Customers.CreateAsync(profile => profile with
        {
            References = [.. profile.References.Where(reference => reference.Contract != "quentli"), new Reference("quentli", id)],
        });
        var escaped = Uri.EscapeDataString(id);
        foreach (var segment in new[] { escaped, escaped.Replace("%2F", "%2f", StringComparison.Ordinal) })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/customers/{segment}");
            request.Headers.Add("Authorization", $"Bearer {TestTenants.Demo.Key("quentli")}");

            var answer = await host.Client.SendAsync(request);

            Assert.Equal(200, (int)answer.StatusCode);
            using var shown = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Equal((id, customer.Profile.Email), (shown.RootElement.GetProperty("id").GetString(), shown.RootElement.GetProperty("email").GetString()));
        }
    }
}

[Collection(PostgresTests.Name)]
public sealed class EscapedSegmentsOnPostgres(PostgresHost host) : EscapedSegmentTests(host);

[Collection(SqliteTests.Name)]
public sealed class EscapedSegmentsOnSqlite(SqliteHost host) : EscapedSegmentTests(host);
