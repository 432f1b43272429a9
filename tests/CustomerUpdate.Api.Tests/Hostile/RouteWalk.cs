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
    // One that no route has.
    private const string NoMethod = "PROPFIND";

    /// <summary>
    /// The routes that are nobody's contract and open on purpose, each with why. Swagger's page and documents are code, the same for everybody,
    /// and served before any route is looked for.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Open { get; } = new Dictionary<string, string>
    {
        ["/"] = "leads to Swagger's page",
        ["/health/live"] = "says that the process runs, and nothing else",
        ["/health/ready"] = "says whether the database can be used, and nothing of what is in it",
        ["/avatars/{word}"] = "a picture, at an address that cannot be guessed: an img element sends no key (ChatwootAvatarTests: any other address is 404)",
    };

    /// <summary>The vendors' routes in all their spellings. One that has no example cannot be walked, and fails whoever walks.</summary>
    public static IReadOnlyList<WalkedRoute> OfVendors(HostUnderTest host) =>
        [.. Described(host).Where(route => route.Contract != "hub").Select(ToWalked)];

    /// <summary>The hub's routes, in a tenant's name: the subject's reference is the customer's own id.</summary>
    public static IReadOnlyList<WalkedRoute> OfHub(HostUnderTest host, Guid tenantId) =>
        [.. Described(host).Where(route => route.Contract == "hub").Select(route => ToWalked(route, tenantId))];

    /// <summary>
    /// What contracts answer where they have no route: other methods on the paths of their routes, and other paths under their prefixes. One on a
    /// path that is neither cannot be walked, and fails whoever walks.
    /// </summary>
    public static IReadOnlyList<WalkedRoute> OfRefusals(HostUnderTest host, Guid tenantId)
    {
        var routes = OfVendors(host).Concat(OfHub(host, tenantId)).ToList();
        return [.. Endpoints(host).Where(IsRefusal).Select(endpoint => ToRefused(endpoint, routes))];
    }

    /// <summary>The endpoints that none of the walks comes to.</summary>
    public static IReadOnlyList<string> LeftOut(HostUnderTest host) =>
        [.. Endpoints(host).Where(endpoint => !IsDescribed(endpoint) && !IsRefusal(endpoint)).Select(PatternOf)];

    private static List<Endpoint> Endpoints(HostUnderTest host)
    {
        var endpoints = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).Distinct().ToList();
        Assert.NotEmpty(endpoints);
        return endpoints;
    }

    private static IEnumerable<(RouteEndpoint Endpoint, string Contract)> Described(HostUnderTest host) =>
        Endpoints(host).Where(IsDescribed).Cast<RouteEndpoint>().Select(endpoint => (endpoint, ContractOf(endpoint)));

    private static bool IsDescribed(Endpoint endpoint) =>
        endpoint is RouteEndpoint && endpoint.Metadata.GetMetadata<ContractMetadata>() is not null && endpoint.Metadata.GetMetadata<RouteDescription>() is not null;

    // A contract's, for any method. What has a method of its own is a route, and must say how it is walked.
    private static bool IsRefusal(Endpoint endpoint) =>
        endpoint is RouteEndpoint && endpoint.Metadata.GetMetadata<ContractMetadata>() is not null
        && endpoint.Metadata.GetMetadata<RouteDescription>() is null && endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is null;

    private static WalkedRoute ToWalked((RouteEndpoint Endpoint, string Contract) route)
    {
        var example = route.Endpoint.Metadata.GetMetadata<RouteDescription>()!.Example;
        Assert.True(example is not null, $"{route.Endpoint.RoutePattern.RawText} has no example.");
        return new WalkedRoute(route.Contract, MethodOf(route.Endpoint), PatternOf(route.Endpoint), example);
    }

    private static WalkedRoute ToWalked((RouteEndpoint Endpoint, string Contract) route, Guid tenantId)
    {
        var pattern = PatternOf(route.Endpoint);
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

    private static WalkedRoute ToRefused(Endpoint endpoint, List<WalkedRoute> routes)
    {
        var (contract, pattern) = (ContractOf(endpoint), PatternOf(endpoint));
        var isRest = pattern.EndsWith("/{**path}", StringComparison.Ordinal);
        var like = routes.FirstOrDefault(route => route.Contract == contract && (isRest || route.Pattern == pattern));
        Assert.True(like is not null, $"{pattern} is no path of {contract}'s routes.");
        return new WalkedRoute(contract, NoMethod, pattern, subject => like.Example(subject) with
        {
            Method = NoMethod,
            Path = isRest ? pattern.Replace("{**path}", $"nowhere/{subject.Reference}", StringComparison.Ordinal) : like.Example(subject).Path,
        });
    }

    private static string ContractOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<ContractMetadata>()!.Contract.Name;

    private static string PatternOf(Endpoint endpoint) => (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? $"{endpoint}";

    private static string MethodOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single();
}
