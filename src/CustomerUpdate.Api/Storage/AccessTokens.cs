using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>The tokens' table. Tokens that have ended are swept; those of one grant end together.</summary>
internal sealed class AccessTokens(
    IDbContextFactory<CustomerDbContext> databases, GuardedWrites writes, IDatabaseEngine engine, CachedCallers callers, TimeProvider clock)
    : IAccessTokens, ISwept
{
    /// <inheritdoc/>
    public string Swept => "Tokens";

    public async Task<Result<NewTokens>> GrantAsync(Caller client, TokenGrant grant, NewTokens tokens, CancellationToken cancellationToken)
    {
        var granted = await writes.RunAsync((db, token) => SpendAsync(db, client, grant, tokens, token), cancellationToken);
        if (grant is not TokenGrant.ClientCredentials)
        {
            callers.Forget(client.Tenant.Id); // tokens have ended, unless this was a guess
        }

        return granted.TryFailure(out var written, out var failure) ? failure : written ? tokens : Failure.Of(FailureKind.CredentialUnknown);
    }

    /// <summary>Erases the tokens that have ended, and the codes that nobody spent in time: their tables would grow with every client that asks again.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcMicroseconds();
        using var turn = await engine.TakeWriteTurnAsync(cancellationToken);
        await db.AccessTokens.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        await db.AuthorizationCodes.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }

    // False is committed too: a code that is shown again ends what was granted for it.
    private async Task<Result<bool>> SpendAsync(
        CustomerDbContext db, Caller client, TokenGrant grant, NewTokens tokens, CancellationToken cancellationToken)
    {
        var keyId = client.KeyId!.Value;
        if (!await db.ApiKeys.AnyAsync(row => row.Id == keyId && row.RevokedAt == null, cancellationToken))
        {
            return false; // since it was looked up
        }

        var now = clock.GetUtcMicroseconds();
        var grantId = grant switch
        {
            TokenGrant.AuthorizationCode code => await SpendCodeAsync(db, keyId, Credential.HashOf(code.Code), now, cancellationToken),
            TokenGrant.RefreshToken refresh => await SpendRefreshTokenAsync(db, keyId, Credential.HashOf(refresh.Token), now, cancellationToken),
            _ => Guid.CreateVersion7(now),
        };
        if (grantId is not { } id)
        {
            return false;
        }

        Add(tokens.Access, AccessTokenKind.Access);
        if (tokens.Refresh is { } next)
        {
            Add(next, AccessTokenKind.Refresh);
        }

        await db.SaveChangesAsync(cancellationToken);
        return true;

        void Add(NewToken token, AccessTokenKind kind) => db.AccessTokens.Add(new AccessTokenRow
        {
            Id = Guid.CreateVersion7(now),
            TenantId = client.Tenant.Id,
            KeyId = keyId,
            Hash = Credential.HashOf(token.Secret),
            Kind = kind,
            GrantId = id,
            ExpiresAt = token.ExpiresAt,
            CreatedAt = now,
        });
    }

    // The grant is named by the code's hash, so that a code that is spent already still tells which tokens came of it.
    private static async Task<Guid?> SpendCodeAsync(
        CustomerDbContext db, Guid keyId, byte[] hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var grantId = new Guid(hash.AsSpan(0, 16));
        var spent = await db.AuthorizationCodes
            .Where(row => row.Hash == hash && row.KeyId == keyId && row.ExpiresAt > now).ExecuteDeleteAsync(cancellationToken);
        if (spent == 0)
        {
            await EndAsync(db, keyId, grantId, cancellationToken);
            return null;
        }

        return grantId;
    }

    // The row itself is what only one of two at the same time can delete.
    private static async Task<Guid?> SpendRefreshTokenAsync(
        CustomerDbContext db, Guid keyId, byte[] hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = db.AccessTokens.Where(row =>
            row.Hash == hash && row.KeyId == keyId && row.Kind == AccessTokenKind.Refresh && row.ExpiresAt > now);
        if (await rows.FirstOrDefaultAsync(cancellationToken) is not { } refresh || await rows.ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return null;
        }

        await EndAsync(db, keyId, refresh.GrantId, cancellationToken);
        return refresh.GrantId;
    }

    private static Task<int> EndAsync(CustomerDbContext db, Guid keyId, Guid grantId, CancellationToken cancellationToken) =>
        db.AccessTokens.Where(row => row.GrantId == grantId && row.KeyId == keyId).ExecuteDeleteAsync(cancellationToken);
}
