using CustomerUpdate.Api.Http.Limits;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>
/// Catches what no handler foresaw and answers it in the words of the contract whose endpoint it was: no stack trace, no SQL, no type
/// name leaves the host.
/// </summary>
internal sealed partial class ErrorBoundary(RequestDelegate next, UnforeseenFailures failures, ILogger<ErrorBoundary> logger)
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
#pragma warning disable CA1031 // the boundary is where every exception ends
        catch (Exception unforeseen) when (!http.Response.HasStarted)
#pragma warning restore CA1031
        {
            var kind = failures.KindOf(unforeseen);
            Write(http, kind, unforeseen);
            await AnswerAsync(http, kind);
        }
    }

    // What the caller did wrong is in the line of its write, like every refusal.
    private void Write(HttpContext http, FailureKind kind, Exception unforeseen)
    {
        if (kind == FailureKind.Busy)
        {
            Log.Unavailable(logger, http.TraceIdentifier, unforeseen.GetBaseException().Message.ReplaceLineEndings(" "));
        }
        else if (kind == FailureKind.Unexpected)
        {
            Log.Unexpected(logger, http.TraceIdentifier, unforeseen);
        }
    }

    private static async Task AnswerAsync(HttpContext http, FailureKind kind)
    {
        http.Response.Clear();
        http.Response.Headers[RequestIds.Header] = http.TraceIdentifier;
        ProtectiveHeaders.Set(http);
        if (kind == FailureKind.CredentialUnknown)
        {
            RateLimitHeaders.Withdraw(http);
        }

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
