using CustomerUpdate.Api.Tests.Hosting;
using Microsoft.AspNetCore.Routing.Template;

namespace CustomerUpdate.Api.Tests.Hostile;

/// <summary>That the walk over the routes leaves none out.</summary>
[Collection(SqliteTests.Name)]
public sealed class RouteWalkTests(SqliteHost fixture)
{
    private readonly HostUnderTest host = fixture.Host;

    /// <summary>A new route wants an example, or a reason why it is open; a reason without a route is to be taken away.</summary>
    [Fact]
    public void Every_route_is_walked_or_open_on_purpose() =>
        Assert.Equal(RouteWalk.Open.Keys.Order(StringComparer.Ordinal), RouteWalk.LeftOut(host).Order(StringComparer.Ordinal));

    /// <summary>Without this one another spelling could be walked by its main route's example.</summary>
    [Fact]
    public void Every_example_leads_to_its_own_route()
    {
        var tenant = TestTenants.Demo;
        var routes = RouteWalk.OfVendors(host).Concat(RouteWalk.OfHub(host, tenant.Tenant.Id)).Concat(RouteWalk.OfRefusals(host, tenant.Tenant.Id)).ToList();

        Assert.Contains(routes, route => route.Pattern.EndsWith(".json", StringComparison.Ordinal));
        Assert.Contains(routes, route => route.Pattern.EndsWith("/social_profiles", StringComparison.Ordinal));
        Assert.All(routes, route =>
        {
            var path = route.Example(tenant.Subject(tenant.Key(route.Contract), "17")).Path.Split('?')[0];
            Assert.True(new TemplateMatcher(TemplateParser.Parse(route.Pattern.TrimStart('/')), []).TryMatch(path, []), $"{route}: {path}");
        });
    }
}
