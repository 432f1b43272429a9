using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Hostile;

/// <summary>A route of the host, and a request that works on it for whom it is meant.</summary>
/// <param name="Contract">Its contract's name.</param>
/// <param name="Method">Its method.</param>
/// <param name="Pattern">Its path.</param>
/// <param name="Example">The request, about a customer.</param>
internal sealed record WalkedRoute(string Contract, string Method, string Pattern, Func<ExampleSubject, RequestExample> Example)
{
    /// <summary>The request as it is sent.</summary>
    public HttpRequestMessage Request(ExampleSubject subject) => ToMessage(Example(subject));

    /// <summary>An example as it is sent.</summary>
    public static HttpRequestMessage ToMessage(RequestExample example)
    {
        var request = new HttpRequestMessage(new HttpMethod(example.Method), example.Path)
        {
            Content = example.ContentType is { } type ? ContractUnderTest.Text(example.Body, type) : null,
        };
        foreach (var (name, value) in example.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Pattern}";
}

/// <summary>All routes of a host, read from the very list by which it answers.</summary>
internal static class RouteWalk
{
    /// <summary>The vendors' routes. One that has no example cannot be walked, and fails whoever walks.</summary>
    public static IReadOnlyList<WalkedRoute> OfVendors(HostUnderTest host) =>
        [.. Endpoints(host).Where(route => route.Contract != "hub").Select(ToWalked)];

    /// <summary>The hub's routes, in a tenant's name: the subject's reference is the customer's own id.</summary>
    public static IReadOnlyList<WalkedRoute> OfHub(HostUnderTest host, Guid tenantId) =>
        [.. Endpoints(host).Where(route => route.Contract == "hub").Select(route => ToWalked(route, tenantId))];

    private static List<(RouteEndpoint Endpoint, string Contract)> Endpoints(HostUnderTest host)
    {
        var routes = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<RouteDescription>() is not null)
            .Select(endpoint => (endpoint, endpoint.Metadata.GetMetadata<ContractMetadata>()!.Contract.Name)).ToList();
        Assert.NotEmpty(routes);
        return routes;
    }

    private static WalkedRoute ToWalked((RouteEndpoint Endpoint, string Contract) route)
    {
        var example = route.Endpoint.Metadata.GetMetadata<RouteDescription>()!.Example;
        Assert.True(example is not null, $"{route.Endpoint.RoutePattern.RawText} has no example.");
        return new WalkedRoute(route.Contract, MethodOf(route.Endpoint), route.Endpoint.RoutePattern.RawText!, example);
    }

    private static WalkedRoute ToWalked((RouteEndpoint Endpoint, string Contract) route, Guid tenantId)
    {
        var pattern = route.Endpoint.RoutePattern.RawText!;
        var body = route.Endpoint.Metadata.GetMetadata<BodyExample>();
        var method = MethodOf(route.Endpoint);
        return new WalkedRoute(route.Contract, method, pattern, subject => new RequestExample(
            method,
            pattern.Replace("{tenantId}", $"{tenantId}", StringComparison.Ordinal)
                .Replace("{customerId}", subject.Reference, StringComparison.Ordinal)
                .Replace("{keyId}", $"{Guid.Empty}", StringComparison.Ordinal)
                .Replace("{contract}", "chatwoot", StringComparison.Ordinal),
            [new("Authorization", $"Bearer {subject.Key}")],
            HttpMethods.IsGet(method) || HttpMethods.IsDelete(method) ? null : body?.ContentType ?? "application/json",
            body?.Json ?? "{}"));
    }

    private static string MethodOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single();
}
