using System.Buffers;
using CustomerUpdate.Core.Updates;
using Microsoft.AspNetCore.Http.Features;

namespace CustomerUpdate.Api.Http;

/// <summary>Reads bodies that cannot grow without end.</summary>
internal static class BoundedBody
{
    /// <summary>The most bytes a body may have: 1 MiB.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>Lifts the server's own limit of a body that is read piece by piece, with limits of its own.</summary>
    public static void LiftServersLimit(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }
    }

    /// <summary>The whole body, or <see cref="FailureKind.TooLarge"/> as soon as that is known.</summary>
    public static async Task<Result<byte[]>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Limit)
        {
            return Failure.Of(FailureKind.TooLarge);
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > Limit)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return Failure.Of(FailureKind.TooLarge);
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>The same, and leaves the body to be read once more.</summary>
    public static async Task<Result<byte[]>> BufferAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(request, cancellationToken);
        if (!read.TryFailure(out var bytes, out _))
        {
            request.Body = new MemoryStream(bytes, writable: false);
        }

        return read;
    }
}
