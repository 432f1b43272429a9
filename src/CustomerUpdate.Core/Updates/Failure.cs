using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Updates;

/// <summary>
/// Why a request was refused. Closed: each contract has a status and words for every kind, in a switch without a discard arm, so that a
/// new kind does not compile until all of them say it.
/// </summary>
public enum FailureKind
{
    /// <summary>No key, or a blank one.</summary>
    CredentialMissing,

    /// <summary>A key that is not known, has expired, was revoked, or belongs to another contract.</summary>
    CredentialUnknown,

    /// <summary>The request does not say which tenant it means, where its contract asks for that.</summary>
    TenantMissing,

    /// <summary>The tenant that the request names does not exist.</summary>
    TenantUnknown,

    /// <summary>The tenant that the request names is not the key's.</summary>
    TenantForeign,

    /// <summary>The key may read only.</summary>
    ReadOnlyKey,

    /// <summary>The caller may do this to no customer: move it to another tenant, or write a field that its contract does not own.</summary>
    Forbidden,

    /// <summary>No route has this path.</summary>
    RouteUnknown,

    /// <summary>The path is a route's, the method is not.</summary>
    MethodNotAllowed,

    /// <summary>The body is of a type, or in an encoding, that the contract does not read; <see cref="Failure.Header"/> names the latter's.</summary>
    UnsupportedMediaType,

    /// <summary>The body is larger than allowed.</summary>
    TooLarge,

    /// <summary>A header that all contracts take is not readable; <see cref="Failure.Header"/> names it.</summary>
    HeaderInvalid,

    /// <summary>The body is not readable: broken JSON, invalid UTF-8, too deep, a text or a number that no database can hold.</summary>
    Malformed,

    /// <summary>The request breaks rules of its contract; <see cref="Failure.Problems"/> has all of them.</summary>
    Invalid,

    /// <summary>No such customer in this tenant.</summary>
    NotFound,

    /// <summary>The customer has no such entry; the problems' paths are the indexes of the edits.</summary>
    EntryNotFound,

    /// <summary>Another customer of the tenant has a value that must be unique; <see cref="Failure.Taken"/> has all of them.</summary>
    Taken,

    /// <summary>
    /// The customer is of another version than the caller has read (RFC 9110, section 13.1.1); <see cref="Failure.ChangedFields"/> says what is
    /// different since, as far as that is known.
    /// </summary>
    PreconditionFailed,

    /// <summary>The tenant asks its callers to say which version they have read, and this one did not (RFC 6585, section 3).</summary>
    PreconditionRequired,

    /// <summary>The idempotency key was used for another request.</summary>
    IdempotencyKeyReused,

    /// <summary>A request with the same idempotency key is still being answered.</summary>
    RequestInProgress,

    /// <summary>Too many requests in a short time; <see cref="Failure.RetryAfter"/> says when there is room again.</summary>
    RateLimited,

    /// <summary>
    /// The one-time password is missing, wrong, spent or expired, or there were too many wrong ones: which of them is not said.
    /// </summary>
    OtpRejected,

    /// <summary>The customer has no address that a one-time password can be sent to.</summary>
    OtpAddressMissing,

    /// <summary>The host has nothing that sends one-time passwords.</summary>
    OtpSenderMissing,

    /// <summary>What sends one-time passwords did not take this one.</summary>
    OtpNotSent,

    /// <summary>The server could not commit in reasonable time; the same request may be sent again.</summary>
    Busy,

    /// <summary>An error of ours.</summary>
    Unexpected,
}

/// <summary>Why a request was refused, with what is needed to say so in a contract's own words.</summary>
/// <param name="Kind">The kind.</param>
public sealed record Failure(FailureKind Kind)
{
    /// <summary>What is wrong with which member.</summary>
    public ValueList<Problem> Problems { get; init; } = [];

    /// <summary>Values that others have.</summary>
    public ValueList<TakenKey> Taken { get; init; } = [];

    /// <summary>The customers that are not there, where several were asked for.</summary>
    public ValueList<CustomerKey> Missing { get; init; } = [];

    /// <summary>Where a malformed body stopped making sense: a count of bytes from its start.</summary>
    public long Offset { get; init; }

    /// <summary>The name that a malformed body has twice in one object, the second time at <see cref="Offset"/>; null where that is not what is wrong.</summary>
    public string? RepeatedName { get; init; }

    /// <summary>The methods that the path does take.</summary>
    public ValueList<string> AllowedMethods { get; init; } = [];

    /// <summary>The media types that the route does take, where there is more to say than the contract always says.</summary>
    public ValueList<string> MediaTypes { get; init; } = [];

    /// <summary>The header that is not readable, or says what is not taken.</summary>
    public string? Header { get; init; }

    /// <summary>The names of the canonical fields that differ from the version that the caller has read.</summary>
    public ValueList<string> ChangedFields { get; init; } = [];

    /// <summary>How long to wait before the same request is worth sending again; null where waiting does not help.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>When that is, UTC; known where requests are limited.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>A failure without details.</summary>
    public static Failure Of(FailureKind kind) => new(kind);

    /// <summary>A request that breaks rules.</summary>
    public static Failure Invalid(ValueList<Problem> problems) => new(FailureKind.Invalid) { Problems = problems };
}

/// <summary>One broken rule.</summary>
/// <param name="Path">The member, as the contract names it.</param>
/// <param name="Code">The rule, as a word of the contract.</param>
/// <param name="Message">The contract's sentence.</param>
/// <param name="Rejected">What was sent; null where nothing was. Answered where the contract does, never logged.</param>
public sealed record Problem(string Path, string Code, string Message, object? Rejected = null);

/// <summary>A unique value that another customer has.</summary>
/// <param name="Key">The value.</param>
/// <param name="Owner">Who has it.</param>
public sealed record TakenKey(CustomerKey Key, Customer Owner);
