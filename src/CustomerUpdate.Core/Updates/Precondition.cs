using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Updates;

/// <summary>Which version of a customer a write is meant for (RFC 9110, section 13.1.1). Looked at on the state that is then written.</summary>
public sealed class Precondition
{
    private readonly FailureKind? refusal;
    private readonly ValueList<long> versions;

    private Precondition(FailureKind? refusal, ValueList<long> versions)
    {
        this.refusal = refusal;
        this.versions = versions;
    }

    /// <summary>Any version will do.</summary>
    public static Precondition None { get; } = new(null, []);

    /// <summary>The tenant asks for a precondition, and the request has none: no version will do.</summary>
    public static Precondition Missing { get; } = new(FailureKind.PreconditionRequired, []);

    /// <summary>One of these versions, all of which the caller has read; none of them where the list is empty.</summary>
    public static Precondition OneOf(ValueList<long> versions) => new(FailureKind.PreconditionFailed, versions);

    /// <summary>Why a customer of this version is not written; null where it may be.</summary>
    public FailureKind? RefusalOf(long version) => versions.Contains(version) ? null : refusal;

    /// <summary>The newest version that the caller has read and that is older than this one; null where there is none.</summary>
    public long? NewestBefore(long version)
    {
        var older = versions.Where(read => read < version).ToList();
        return older.Count == 0 ? null : older.Max();
    }
}
