using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.AspNetCore.Routing.Template;

namespace CustomerUpdate.Api.Hub;

/// <summary>Answers under the hub's prefix what no route does: 405 where the path is a route's, else 404.</summary>
internal static class HubFallback
{
    /// <summary>The answer.</summary>
    public static Answer Answer(HttpContext http, EndpointDataSource endpoints)
    {
        var methods = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => Matches(endpoint, http.Request.Path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct().Order(StringComparer.Ordinal).ToValueList();
        return HubErrors.ToAnswer(methods.Count == 0
            ? Failure.Of(FailureKind.RouteUnknown)
            : Failure.Of(FailureKind.MethodNotAllowed) with { AllowedMethods = HeadRequests.Allowed(methods) });
    }

    private static bool Matches(RouteEndpoint endpoint, PathString path) =>
        new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), new RouteValueDictionary(endpoint.RoutePattern.Defaults)).TryMatch(path, []);
}
