using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>
/// An answer as it goes over the wire, to the byte: so it can be compared, kept and given again. The content type is sent exactly as it
/// stands here; the framework would add a charset to types that must not have one.
/// </summary>
/// <param name="Status">The HTTP status.</param>
internal sealed record Answer(int Status) : IResult
{
    /// <summary>JSON as most vendors label it.</summary>
    public const string Json = "application/json; charset=utf-8";

    // Not for HTML: plus signs and letters beyond ASCII stay readable. The content type and nosniff keep browsers from reading it as HTML.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value of the header <c>Content-Type</c>; null where there is no body.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Writes the body while it is made, where it may be too long to be held; null where <see cref="Body"/> is all of it.</summary>
    public Func<PipeWriter, CancellationToken, Task>? Writer { get; init; }

    /// <summary>The wire model that the body was written from, for documents; null where there is none.</summary>
    public JsonTypeInfo? Shape { get; init; }

    /// <summary>Further headers.</summary>
    public ValueList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>An answer with a JSON body.</summary>
    public static Answer Of<T>(int status, T value, JsonTypeInfo<T> type, string contentType = Json)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        Write(buffer, value, type);
        return new Answer(status) { ContentType = contentType, Body = buffer.WrittenMemory, Shape = type };
    }

    /// <summary>An answer that was kept.</summary>
    public static Answer Of(KeptAnswer kept) =>
        new(kept.Status) { ContentType = kept.ContentType, Body = kept.Body, Headers = kept.Headers };

    /// <summary>The answer to keep, to be given again.</summary>
    public KeptAnswer ToKept() => new(Status, ContentType, Headers, Body);

    /// <summary>Writes JSON as answers have it.</summary>
    public static void Write<T>(IBufferWriter<byte> output, T value, JsonTypeInfo<T> type)
    {
        using var writer = new Utf8JsonWriter(output, WriterOptions);
        JsonSerializer.Serialize(writer, value, type);
    }

    /// <summary>The same; where waiting helps, with the seconds after which the same request may be sent again (RFC 9110, section 10.2.3).</summary>
    public Answer WithRetryAfter(Failure failure) => failure.Kind switch
    {
        FailureKind.Busy or FailureKind.RequestInProgress or FailureKind.RateLimited =>
            With("Retry-After", Math.Max(1, Math.Ceiling(failure.RetryAfter?.TotalSeconds ?? 1)).ToString(CultureInfo.InvariantCulture)),
        _ => this,
    };

    /// <summary>The same with one header more.</summary>
    public Answer With(string header, string value) => this with { Headers = [.. Headers, KeyValuePair.Create(header, value)] };

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        if (ContentType is null)
        {
            return;
        }

        response.ContentType = ContentType;
        if (Writer is { } write)
        {
            await write(response.BodyWriter, httpContext.RequestAborted);
            return;
        }

        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, httpContext.RequestAborted);
    }
}
