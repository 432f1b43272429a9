using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Tenancy;

/// <summary>Tells who is behind a credential.</summary>
public interface ICallers
{
    /// <summary>How old an answer may be: a key that was revoked, or settings that were changed, by another host take effect by then.</summary>
    static TimeSpan MaximumAge { get; } = TimeSpan.FromSeconds(30);

    /// <summary>The caller.</summary>
    /// <returns>
    /// Failures, in this order: <see cref="FailureKind.CredentialMissing"/>, <see cref="FailureKind.CredentialUnknown"/>,
    /// <see cref="FailureKind.TenantMissing"/>, <see cref="FailureKind.TenantUnknown"/>, <see cref="FailureKind.TenantForeign"/>.
    /// </returns>
    Task<Result<Caller>> IdentifyAsync(Credential credential, CancellationToken cancellationToken);
}
