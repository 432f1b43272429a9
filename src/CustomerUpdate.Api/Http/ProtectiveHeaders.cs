namespace CustomerUpdate.Api.Http;

/// <summary>
/// Tells browsers and caches to make nothing of an answer but what it is: no guessing of types, and nothing kept of what a route answers,
/// which carries customers or keys. An answer that may be kept says so itself.
/// </summary>
internal sealed class ProtectiveHeaders(RequestDelegate next)
{
    /// <summary>Puts the headers on the answer to a request.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        Set(http);
        return next(http);
    }

    /// <summary>Puts the headers on an answer.</summary>
    public static void Set(HttpContext http)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (http.GetEndpoint() is not null)
        {
            http.Response.Headers.CacheControl = "no-store";
        }
    }
}
