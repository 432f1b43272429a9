using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>
/// What Starlette does with a slash at the end of a path: it sends the caller to the path without, and keeps method and body (307).
/// </summary>
internal static class InsightoTrailingSlash
{
    /// <summary>The redirection of a route's path with a slash at its end; null for any other.</summary>
    public static Answer? Redirect(HttpRequest request)
    {
        // The query goes back to who sent it, key and all: without it, a client that follows would be refused. Nobody else may keep it.
        var path = request.Path.ToUriComponent();
        return path.EndsWith('/')
            ? new Answer(StatusCodes.Status307TemporaryRedirect)
                .With("Location", path.TrimEnd('/') + request.QueryString.ToUriComponent())
                .With("Cache-Control", "no-store")
            : null;
    }
}
