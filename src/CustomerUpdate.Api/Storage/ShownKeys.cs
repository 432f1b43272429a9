using CustomerUpdate.Api.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>A key that was found by what was shown for it.</summary>
/// <param name="Key">The key.</param>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Hash">The hash of what must have been shown.</param>
/// <param name="ExpiresAt">When that ends; null where it does not.</param>
internal sealed record ShownKey(ApiKeyRow Key, TenantRow Tenant, byte[] Hash, DateTimeOffset? ExpiresAt);

/// <summary>The queries for keys by what callers show. Whether it still opens anything is the caller's to check.</summary>
internal static class ShownKeys
{
    /// <summary>The key that is a secret, or for which a client was given it as an access token; null where it is neither.</summary>
    public static async Task<ShownKey?> FindKeyOfSecretAsync(this CustomerDbContext db, byte[] hash, CancellationToken cancellationToken)
    {
        var keys =
            from row in db.ApiKeys
            where row.Hash == hash
            join owner in db.Tenants on row.TenantId equals owner.Id
            select new { Key = row, Tenant = owner };
        if (await keys.FirstOrDefaultAsync(cancellationToken) is { } found)
        {
            return new ShownKey(found.Key, found.Tenant, found.Key.Hash, found.Key.ExpiresAt);
        }

        var tokens =
            from token in db.AccessTokens
            where token.Hash == hash && token.Kind == AccessTokenKind.Access
            join row in db.ApiKeys on token.KeyId equals row.Id
            join owner in db.Tenants on row.TenantId equals owner.Id
            select new { Token = token, Key = row, Tenant = owner };
        return await tokens.FirstOrDefaultAsync(cancellationToken) is { } given
            ? new ShownKey(given.Key, given.Tenant, given.Token.Hash, given.Key.ExpiresAt is { } end && end < given.Token.ExpiresAt ? end : given.Token.ExpiresAt)
            : null;
    }

    /// <summary>The key of a client, with the hash of that client's secret; null where there is no such client.</summary>
    public static async Task<ShownKey?> FindKeyOfClientAsync(this CustomerDbContext db, string clientId, CancellationToken cancellationToken)
    {
        if (!StorableText.IsStorable(clientId))
        {
            return null;
        }

        var clients =
            from row in db.ApiKeys
            where row.ClientId == clientId
            join owner in db.Tenants on row.TenantId equals owner.Id
            select new { Key = row, Tenant = owner };
        return await clients.FirstOrDefaultAsync(cancellationToken) is { } found
            ? new ShownKey(found.Key, found.Tenant, found.Key.ClientSecretHash!, found.Key.ExpiresAt)
            : null;
    }
}
