namespace CustomerUpdate.Api.Http;

/// <summary>Requests like a sample, but for one thing that is wrong.</summary>
internal static class SampleExchanges
{
    /// <summary>
    /// The same with a query that is not UTF-8 or not there, or a path whose parameters say nothing: whether the contract minds is its own affair.
    /// </summary>
    public static Exchange With(this Exchange exchange, string query, Func<object?, object?> route)
    {
        var http = new DefaultHttpContext { TraceIdentifier = exchange.RequestId };
        http.Request.Scheme = exchange.Request.Scheme;
        http.Request.Host = exchange.Request.Host;
        http.Request.QueryString = new QueryString(query);
        foreach (var (name, value) in exchange.Request.RouteValues)
        {
            http.Request.RouteValues[name] = route(value);
        }

        return exchange with { Http = http };
    }
}
