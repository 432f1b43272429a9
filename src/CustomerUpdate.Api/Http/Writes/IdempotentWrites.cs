using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>
/// Carries writes out once, however often they are sent under one idempotency key: the first answer is kept in the transaction of the write
/// itself, and given again, to any number of repeats at once. Of requests that run at the same time only one is carried out.
/// </summary>
internal sealed class IdempotentWrites(IKeptAnswers answers)
{
    /// <summary>The header of an answer that is given again.</summary>
    public const string Replayed = "Idempotency-Replayed";

    private readonly ConcurrentDictionary<string, bool> running = new(); // bounded by the number of requests that this host is answering

    /// <summary>Carries a write out, or gives the answer again that it had.</summary>
    /// <param name="exchange">The request, whose caller has been let in.</param>
    /// <param name="headers">What it asks for.</param>
    /// <param name="body">Its body, as far as it tells the request from another one.</param>
    /// <param name="write">Carries it out.</param>
    /// <param name="render">The answer to what was done.</param>
    /// <param name="refuse">The answer to a failure.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<WriteOutcome<T>> RunAsync<T>(
        Exchange exchange,
        WriteHeaders headers,
        ReadOnlyMemory<byte> body,
        Func<WriteTerms<T>, Task<Result<T>>> write,
        Func<T, Answer> render,
        Func<Failure, Answer> refuse,
        CancellationToken cancellationToken)
    {
        if (headers.IdempotencyKey is not { } key)
        {
            var plain = await write(new WriteTerms<T> { IsDryRun = headers.IsDryRun });
            return new WriteOutcome<T>(plain.Match(render, refuse), plain);
        }

        var request = Name(exchange, key, body.Span);
        if (!running.TryAdd(request.Id, true))
        {
            // Whoever is there may be no first request but a repeat, which is being given the answer that there is.
            return await FindAsync(request) ?? Refused(Failure.Of(FailureKind.RequestInProgress));
        }

        try
        {
            if (await FindAsync(request) is { } first)
            {
                return first;
            }

            Answer? kept = null;
            var result = await write(new WriteTerms<T> { Keep = new AnswerToKeep<T>(request, done => (kept = render(done)).ToKept()) });
            if (!result.TryFailure(out var done, out var failure))
            {
                return new WriteOutcome<T>(kept ?? render(done), result);
            }

            // Another host may have been faster with the same request: then what it wrote is in the way, and its answer is the one.
            return await FindAsync(request) ?? Refused(failure);
        }
        finally
        {
            running.TryRemove(request.Id, out _);
        }

        async Task<WriteOutcome<T>?> FindAsync(IdempotentRequest wanted) =>
            (await answers.FindAsync(wanted, cancellationToken))?.Match(
                found => new WriteOutcome<T>(Answer.Of(found).With(Replayed, "true"), null), Refused);

        WriteOutcome<T> Refused(Failure failure) => new(refuse(failure), failure);
    }

    // Bound to the tenant, the key that was shown, the contract, the method and the path; what is asked is told apart by the fingerprint.
    private static IdempotentRequest Name(Exchange exchange, string key, ReadOnlySpan<byte> body)
    {
        var caller = exchange.Caller; // none where the operator acts outside all tenants
        var (method, path) = (exchange.Request.Method, exchange.Request.Path);
        return new IdempotentRequest(
            caller?.Tenant.Id ?? Guid.Empty,
            HashOf($"{caller?.KeyId}\n{caller?.Contract}\n{method}\n{path}\n{key}", []),
            HashOf($"{BodyFormat.MediaTypeOf(exchange.Request)}\n", body));
    }

    private static string HashOf(string head, ReadOnlySpan<byte> tail)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(head));
        hash.AppendData(tail);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
