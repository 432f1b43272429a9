using CustomerUpdate.Core.Updates;
using Microsoft.Net.Http.Headers;

namespace CustomerUpdate.Api.Http;

/// <summary>
/// Shows pictures that were uploaded, to whoever knows their address: an <c>img</c> element sends no key. A picture never changes under its
/// address, and is gone from it once another takes its place or its customer is erased.
/// </summary>
internal static class AvatarRoute
{
    // Not for ever: what is taken away shall be gone from other people's browsers too.
    private const string Caching = "private, max-age=3600";

    /// <summary>Maps the route. It is no contract's, and so in none's document.</summary>
    public static void MapAvatars(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(AvatarAddress.Root + "/{word}", [HttpMethods.Get, HttpMethods.Head], ShowAsync).ExcludeFromDescription();

    private static async Task<Answer> ShowAsync(
        string word, HttpRequest request, ICustomerAvatars avatars, CancellationToken cancellationToken)
    {
        if (AvatarAddress.Find(word) is not { } address)
        {
            return new Answer(StatusCodes.Status404NotFound);
        }

        var tag = new EntityTagHeaderValue($"\"{address.Tag}\"");
        if (Knows(request, tag))
        {
            return await avatars.ExistsAsync(address.TenantId, address.CustomerId, address.Tag, cancellationToken)
                ? Kept(new Answer(StatusCodes.Status304NotModified), tag)
                : new Answer(StatusCodes.Status404NotFound);
        }

        return await avatars.FindAsync(address.TenantId, address.CustomerId, address.Tag, cancellationToken) is { } avatar
            ? Kept(new Answer(StatusCodes.Status200OK) { ContentType = avatar.ContentType, Body = avatar.Bytes }, tag)
                .With("Content-Security-Policy", "default-src 'none'; sandbox")
            : new Answer(StatusCodes.Status404NotFound);
    }

    private static bool Knows(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false));

    private static Answer Kept(Answer answer, EntityTagHeaderValue tag) =>
        answer.With("ETag", tag.ToString()).With("Cache-Control", Caching).With("Cross-Origin-Resource-Policy", "cross-origin");
}
