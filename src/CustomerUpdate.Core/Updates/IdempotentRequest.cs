using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Updates;

/// <summary>A request that its caller may send again without its being carried out again.</summary>
/// <param name="TenantId">The tenant in which it counts.</param>
/// <param name="Id">A hash of who asks, for what route, under which idempotency key.</param>
/// <param name="Fingerprint">A hash of what is asked: another request under the same key has another one.</param>
public sealed record IdempotentRequest(Guid TenantId, string Id, string Fingerprint);

/// <summary>An answer that is kept to be given again, byte for byte.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The type of the body; null where there is none.</param>
/// <param name="Headers">The headers that the contract gave it.</param>
/// <param name="Body">The body.</param>
public sealed record KeptAnswer(
    int Status, string? ContentType, ValueList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body);

/// <summary>The answers that were kept.</summary>
public interface IKeptAnswers
{
    /// <summary>How long an answer is kept.</summary>
    static TimeSpan Lifetime { get; } = TimeSpan.FromHours(24);

    /// <summary>
    /// The answer that a request with this id was given; null where there was none, or it was longer ago than <see cref="Lifetime"/>. Fails
    /// with <see cref="FailureKind.IdempotencyKeyReused"/> where it was another request's.
    /// </summary>
    Task<Result<KeptAnswer>?> FindAsync(IdempotentRequest request, CancellationToken cancellationToken);
}
