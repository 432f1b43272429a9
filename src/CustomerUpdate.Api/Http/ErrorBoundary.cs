using System.Data.Common;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>
/// Catches what no handler foresaw and answers it in the words of the contract whose endpoint it was: no stack trace, no SQL, no type
/// name leaves the host.
/// </summary>
internal sealed partial class ErrorBoundary(RequestDelegate next, ILogger<ErrorBoundary> logger)
{
    /// <summary>Answers a request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort(); // nobody is there to be answered
        }
        catch (BadHttpRequestException refused) when (!http.Response.HasStarted)
        {
            var tooLarge = refused.StatusCode == StatusCodes.Status413PayloadTooLarge;
            await AnswerAsync(http, tooLarge ? FailureKind.TooLarge : FailureKind.Malformed);
        }
        catch (Exception unavailable) when (IsTransient(unavailable) && !http.Response.HasStarted)
        {
            Log.Unavailable(logger, http.TraceIdentifier, unavailable.GetBaseException().Message);
            await AnswerAsync(http, FailureKind.Busy);
        }
#pragma warning disable CA1031 // the boundary is where every exception ends
        catch (Exception unexpected) when (!http.Response.HasStarted)
#pragma warning restore CA1031
        {
            Log.Unexpected(logger, http.TraceIdentifier, unexpected);
            await AnswerAsync(http, FailureKind.Unexpected);
        }
    }

    /// <summary>Whether the database cannot be reached, or takes no more connections: that passes, and the same request may be sent again.</summary>
    public static bool IsTransient(Exception? exception) =>
        exception is not null && (exception is DbException { IsTransient: true } or TimeoutException || IsTransient(exception.InnerException));

    private static async Task AnswerAsync(HttpContext http, FailureKind kind)
    {
        http.Response.Clear();
        http.Response.Headers[RequestIds.Header] = http.TraceIdentifier;
        ProtectiveHeaders.Set(http);
        var contract = http.GetEndpoint()?.Metadata.GetMetadata<ContractMetadata>();
        var failure = Failure.Of(kind);
        var answer = contract?.Failed(failure, new Exchange(http)) ?? new Answer(StatusCodes.Status500InternalServerError);
        await answer.WithRetryAfter(failure).ExecuteAsync(http);
    }

    private static partial class Log
    {
        [LoggerMessage(3, LogLevel.Error, "An unexpected error ended request {RequestId}")]
        public static partial void Unexpected(ILogger logger, string requestId, Exception exception);

        [LoggerMessage(4, LogLevel.Warning, "The database could not serve request {RequestId}: {Reason}")]
        public static partial void Unavailable(ILogger logger, string requestId, string reason);
    }
}
