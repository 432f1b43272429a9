using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests;

/// <summary>What answers tell browsers, and which pages may call the host from one.</summary>
public sealed class BrowserTests
{
    private const string Crm = "https://crm.example.com";
    private const string Page = "https://elsewhere.example.com";

    [Fact]
    public async Task No_answer_of_a_route_is_kept_or_guessed_at_and_none_names_the_server()
    {
        await using var host = await HostUnderTest.StartAsync("sqlite");
        var paths = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ContractMetadata>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!.Replace("{**", "{", StringComparison.Ordinal).Replace('{', 'a').Replace('}', 'z'))
            .Distinct().ToList();

        Assert.NotEmpty(paths);
        foreach (var path in paths)
        {
            var answer = await host.Client.GetAsync(new Uri(path, UriKind.Relative));

            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.True(answer.Headers.CacheControl?.NoStore, $"{path} may be kept.");
            Assert.Empty(answer.Headers.Server);
        }
    }

    [Fact]
    public async Task No_page_may_call_unless_it_is_configured()
    {
        await using var host = await HostUnderTest.StartAsync("sqlite");

        var preflight = await host.Client.SendAsync(Preflight(Crm));

        Assert.DoesNotContain(preflight.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_configured_page_may_call_and_another_may_not()
    {
        var settings = new Dictionary<string, string?> { ["Cors:Origins"] = $"http://localhost:3000, {Crm}" };
        await using var host = await HostUnderTest.StartAsync("sqlite", settings: settings);

        var preflight = await host.Client.SendAsync(Preflight(Crm));
        var refused = await host.Client.SendAsync(From(Crm, HttpMethod.Get, "/v1/customers/nobody"));
        var elsewhere = await host.Client.SendAsync(From(Page, HttpMethod.Get, "/v1/customers/nobody"));

        Assert.Equal(204, (int)preflight.StatusCode);
        Assert.Equal(Crm, Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("PATCH", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
        Assert.Contains("if-match", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(401, (int)refused.StatusCode);
        Assert.Equal(Crm, Assert.Single(refused.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("ETag", Assert.Single(refused.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal);
        Assert.False(elsewhere.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private static HttpRequestMessage Preflight(string origin)
    {
        var request = From(origin, HttpMethod.Options, "/v1/customers/nobody");
        request.Headers.Add("Access-Control-Request-Method", "PATCH");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,if-match");
        return request;
    }

    private static HttpRequestMessage From(string origin, HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Origin", origin);
        return request;
    }
}
