namespace CustomerUpdate.Api.Http;

/// <summary>Gives each request a name, the caller's own where it sent a usable one, and says it in the answer.</summary>
internal sealed class RequestIds(RequestDelegate next)
{
    /// <summary>The header that carries the name.</summary>
    public const string Header = "X-Request-Id";

    private const int MaximumLength = 128;

    /// <summary>Names a request.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        var sent = http.Request.Headers[Header].ToString();
        http.TraceIdentifier = IsUsable(sent) ? sent : Guid.CreateVersion7().ToString("N");
        http.Response.Headers[Header] = http.TraceIdentifier;
        return next(http);
    }

    // It ends in logs and in history: visible characters only, and not too many.
    private static bool IsUsable(string sent) => sent.Length is > 0 and <= MaximumLength && sent.All(character => character is > ' ' and < '\x7f');
}
