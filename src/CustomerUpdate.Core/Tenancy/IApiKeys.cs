using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Core.Tenancy;

/// <summary>The keys of tenants.</summary>
public interface IApiKeys
{
    /// <summary>Makes a key.</summary>
    /// <returns>Fails with <see cref="FailureKind.NotFound"/> where the tenant is gone.</returns>
    Task<Result<ApiKey>> CreateAsync(NewApiKey key, WriteTerms<ApiKey> terms, CancellationToken cancellationToken);

    /// <summary>A tenant's keys that are not revoked, expired ones included, oldest first.</summary>
    Task<ValueList<ApiKey>> ListAsync(Guid tenantId, CancellationToken cancellationToken);

    /// <summary>One of those keys, or null.</summary>
    Task<ApiKey?> FindAsync(Guid tenantId, Guid keyId, CancellationToken cancellationToken);

    /// <summary>
    /// Revokes a key with its authorization codes and tokens. This host refuses it at once, others within
    /// <see cref="ICallers.MaximumAge"/>.
    /// </summary>
    /// <returns>The key as it was; fails with <see cref="FailureKind.NotFound"/>.</returns>
    Task<Result<ApiKey>> RevokeAsync(Guid tenantId, Guid keyId, WriteTerms<ApiKey> terms, CancellationToken cancellationToken);

    /// <summary>Keeps an authorization code (RFC 6749, section 4.1) that a key's client may spend once. Only its hash is stored.</summary>
    /// <returns>The key; fails with <see cref="FailureKind.NotFound"/> where it is gone.</returns>
    Task<Result<ApiKey>> AddAuthorizationCodeAsync(ApiKey key, string code, DateTimeOffset expiresAt, WriteTerms<ApiKey> terms, CancellationToken cancellationToken);
}
