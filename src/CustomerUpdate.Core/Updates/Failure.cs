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

    /// <summary>The body is of a type that the contract does not read.</summary>
    UnsupportedMediaType,

    /// <summary>The body is larger than allowed.</summary>
    TooLarge,

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

    /// <summary>The one-time password is missing, wrong, spent or expired: which of them is not said.</summary>
    OtpRejected,

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

    /// <summary>Where a malformed body stopped making sense: a count of bytes from its start.</summary>
    public long Offset { get; init; }

    /// <summary>The methods that the path does take.</summary>
    public ValueList<string> AllowedMethods { get; init; } = [];

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
