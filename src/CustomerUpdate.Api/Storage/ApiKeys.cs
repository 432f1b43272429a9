using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>The keys' table. Revoked keys stay in it, since history names them, and are shown to nobody.</summary>
internal sealed class ApiKeys(
    IDbContextFactory<CustomerDbContext> databases, GuardedWrites writes, CachedCallers callers, TimeProvider clock) : IApiKeys
{
    public Task<Result<ApiKey>> CreateAsync(NewApiKey key, WriteTerms<ApiKey> terms, CancellationToken cancellationToken) =>
        writes.RunAsync(terms, (db, token) => InsertAsync(db, key, token), cancellationToken);

    public async Task<ValueList<ApiKey>> ListAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await KeysOf(db, tenantId).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToApiKey())];
    }

    public async Task<ApiKey?> FindAsync(Guid tenantId, Guid keyId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return (await FindRowAsync(db, tenantId, keyId, cancellationToken))?.ToApiKey();
    }

    public async Task<Result<ApiKey>> RevokeAsync(Guid tenantId, Guid keyId, WriteTerms<ApiKey> terms, CancellationToken cancellationToken)
    {
        var revoked = await writes.RunAsync(terms, (db, token) => MarkRevokedAsync(db, tenantId, keyId, token), cancellationToken);
        callers.Forget(tenantId);
        return revoked;
    }

    public Task<Result<ApiKey>> AddAuthorizationCodeAsync(
        ApiKey key, string code, DateTimeOffset expiresAt, WriteTerms<ApiKey> terms, CancellationToken cancellationToken) =>
        writes.RunAsync(terms, (db, token) => InsertCodeAsync(db, key, code, expiresAt, token), cancellationToken);

    private static IQueryable<ApiKeyRow> KeysOf(CustomerDbContext db, Guid tenantId) =>
        db.ApiKeys.Where(row => row.TenantId == tenantId && row.RevokedAt == null);

    private static Task<ApiKeyRow?> FindRowAsync(CustomerDbContext db, Guid tenantId, Guid keyId, CancellationToken cancellationToken) =>
        KeysOf(db, tenantId).SingleOrDefaultAsync(row => row.Id == keyId, cancellationToken);

    private async Task<Result<ApiKey>> InsertAsync(CustomerDbContext db, NewApiKey key, CancellationToken cancellationToken)
    {
        if (!await db.Tenants.AnyAsync(row => row.Id == key.TenantId, cancellationToken))
        {
            return Failure.Of(FailureKind.NotFound);
        }

        var now = clock.GetUtcMicroseconds();
        var row = ApiKeyRow.Of(key, Guid.CreateVersion7(now), now);
        db.ApiKeys.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        return row.ToApiKey();
    }

    private async Task<Result<ApiKey>> MarkRevokedAsync(CustomerDbContext db, Guid tenantId, Guid keyId, CancellationToken cancellationToken)
    {
        if (await FindRowAsync(db, tenantId, keyId, cancellationToken) is not { } row)
        {
            return Failure.Of(FailureKind.NotFound);
        }

        db.ApiKeys.Attach(row);
        row.RevokedAt = clock.GetUtcMicroseconds();
        await db.SaveChangesAsync(cancellationToken);
        await db.AuthorizationCodes.Where(code => code.KeyId == keyId).ExecuteDeleteAsync(cancellationToken);
        await db.AccessTokens.Where(token => token.KeyId == keyId).ExecuteDeleteAsync(cancellationToken);
        return row.ToApiKey();
    }

    private async Task<Result<ApiKey>> InsertCodeAsync(
        CustomerDbContext db, ApiKey key, string code, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        if (await FindRowAsync(db, key.TenantId, key.Id, cancellationToken) is not { } row)
        {
            return Failure.Of(FailureKind.NotFound);
        }

        // The codes of one key tidy up after each other: nobody else has to.
        var now = clock.GetUtcMicroseconds();
        await db.AuthorizationCodes.Where(old => old.KeyId == key.Id && old.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        db.AuthorizationCodes.Add(new AuthorizationCodeRow { Hash = Credential.HashOf(code), KeyId = key.Id, ExpiresAt = expiresAt });
        await db.SaveChangesAsync(cancellationToken);
        return row.ToApiKey();
    }
}
