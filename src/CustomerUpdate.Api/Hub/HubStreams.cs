using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>What every route of the hub does whose answer is streamed: let the caller in, answer as it goes, log it when it has ended.</summary>
internal sealed class HubStreams(HubAccess access, UpdateLog log, UnforeseenFailures failures)
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
        try
        {
            var entrance = await access.MeetAsync(http.Request, tenantId, cancellationToken);
            exchange = exchange with { Caller = entrance.Caller };
            opened = entrance.Refusal is { } refused ? refused : open(exchange);
        }
        catch (Exception unforeseen) when (!http.RequestAborted.IsCancellationRequested)
        {
            Write(LoggedOutcome.Refused(failures.KindOf(unforeseen)));
            throw; // to where it is answered
        }

        if (opened.TryFailure(out var answer, out var failure))
        {
            Write(LoggedOutcome.Refused(failure.Kind));
            return HubErrors.ToAnswer(failure);
        }

        return answer with { OnEnd = outcome => Write(outcome with { Counts = answer.Counts?.Invoke() }) };

        void Write(LoggedOutcome outcome) => log.Write(HubContract.Description, exchange, action, outcome, started);
    }
}
