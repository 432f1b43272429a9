using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Updates;
using Microsoft.AspNetCore.Connections;

namespace CustomerUpdate.Api.Hub;

/// <summary>An answer that is written while it is made: one JSON value a line.</summary>
/// <param name="Items">The values.</param>
/// <param name="Type">How they are written.</param>
/// <param name="FlushEvery">After how many lines what was written must be on its way.</param>
internal sealed record NdjsonAnswer<T>(IAsyncEnumerable<T> Items, JsonTypeInfo<T> Type, int FlushEvery) : IResult
{
    /// <summary>Told at the end what became of it.</summary>
    public Action<LoggedOutcome>? OnEnd { get; init; }

    /// <summary>What has come of the values so far, in words for the log; null where there is nothing to say.</summary>
    public Func<string>? Counts { get; init; }

    /// <summary>Whether it says what would come of it, and nothing was written.</summary>
    public bool IsDryRun { get; init; }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var outcome = LoggedOutcome.Refused(FailureKind.Unexpected);
        try
        {
            httpContext.Response.ContentType = HubTransfers.Ndjson;
            if (IsDryRun)
            {
                httpContext.Response.Headers[WriteHeaders.PreferenceApplied] = WriteHeaders.DryRun;
            }

            httpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpResponseBodyFeature>()?.DisableBuffering();
            await httpContext.Response.StartAsync(httpContext.RequestAborted);
            await NdjsonWriter.WriteAsync(httpContext.Response.BodyWriter, Items, Type, FlushEvery, httpContext.RequestAborted);
            outcome = LoggedOutcome.Of(IsDryRun);
        }
        catch (Exception gone) when (IsOver(httpContext, gone))
        {
            outcome = LoggedOutcome.Cancelled;
            httpContext.Abort(); // nobody is there to be answered
        }
        finally
        {
            OnEnd?.Invoke(outcome);
        }
    }

    // A client that goes away in the middle of what it sends is a body without an end, or a connection without one.
    private static bool IsOver(HttpContext http, Exception exception) =>
        http.RequestAborted.IsCancellationRequested || exception is BadHttpRequestException or ConnectionResetException;
}

/// <summary>Writes JSON values, one a line, as an <see cref="Http.Answer"/> would write each.</summary>
internal static class NdjsonWriter
{
    /// <summary>Writes all of them; reads no further than the reader of the output takes.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<long> WriteAsync<T>(
        PipeWriter output, IAsyncEnumerable<T> items, JsonTypeInfo<T> type, int flushEvery, CancellationToken cancellationToken)
    {
        var written = 0L;
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            Http.Answer.Write(output, item, type);
            output.Write("\n"u8);
            if (++written % flushEvery == 0)
            {
                await output.FlushAsync(cancellationToken);
            }
        }

        await output.FlushAsync(cancellationToken);
        return written;
    }
}
