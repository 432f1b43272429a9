using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>What every route of the hub does whose answer is streamed: let the caller in, answer as it goes, log it when it has ended.</summary>
internal sealed class HubStreams(HubAccess access, UpdateLog log)
{
    /// <summary>Answers.</summary>
    /// <param name="http">The request.</param>
    /// <param name="tenantId">The tenant, as the path names it.</param>
    /// <param name="action">What is done, in the log's words: a verb and what it is about.</param>
    /// <param name="open">Begins the answer; not called for those who may not have it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IResult> AnswerAsync<T>(
        HttpContext http, string tenantId, string action, Func<Exchange, Result<NdjsonAnswer<T>>> open, CancellationToken cancellationToken)
    {
        var started = log.Now;
        var exchange = new Exchange(http);
        Result<NdjsonAnswer<T>> opened;
        if ((await access.EnterAsync(http.Request, tenantId, cancellationToken)).TryFailure(out var caller, out var refused))
        {
            opened = refused;
        }
        else
        {
            exchange = exchange with { Caller = caller };
            opened = open(exchange);
        }

        if (opened.TryFailure(out var answer, out var failure))
        {
            log.Write(HubContract.Description, exchange, action, $"{failure.Kind}", started);
            return HubErrors.ToAnswer(failure);
        }

        return answer with { OnEnd = Log };

        void Log(string? broken)
        {
            var outcome = broken ?? (WriteHeaders.AsksForDryRun(http.Request) ? "Previewed" : "Done");
            log.Write(HubContract.Description, exchange, action, outcome, answer.Counts?.Invoke(), started);
        }
    }
}
