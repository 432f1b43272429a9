using System.Globalization;
using System.Security.Cryptography;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>Tells by the keys' table who is behind a credential.</summary>
internal sealed class Callers(IDbContextFactory<CustomerDbContext> databases, TimeProvider clock) : ICallers
{
    public async Task<Result<Caller>> IdentifyAsync(Credential credential, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return credential.HasSecret
            ? await IdentifyBySecretAsync(db, credential, Credential.HashOf(credential.Secret!), cancellationToken)
            : await IdentifyByTenantAsync(db, credential, cancellationToken);
    }

    private async Task<Result<Caller>> IdentifyBySecretAsync(
        CustomerDbContext db, Credential credential, byte[] hash, CancellationToken cancellationToken)
    {
        var shown = credential.ClientId is { } clientId
            ? await db.FindKeyOfClientAsync(clientId, cancellationToken)
            : await db.FindKeyOfSecretAsync(hash, cancellationToken);
        if (shown is null || !Opens(shown, hash, credential.Contract))
        {
            return Failure.Of(FailureKind.CredentialUnknown);
        }

        var caller = new Caller(shown.Tenant.ToTenant(), shown.Key.Id, shown.Key.Contract, shown.Key.Role) { ExpiresAt = shown.ExpiresAt };
        return credential.Tenant is { } name && await ContradictionAsync(db, caller.Tenant, name, cancellationToken) is { } failure
            ? Failure.Of(failure)
            : caller;
    }

    private bool Opens(ShownKey shown, byte[] hash, string contract)
    {
        var now = clock.GetUtcNow();
        return CryptographicOperations.FixedTimeEquals(shown.Hash, hash)
            && shown.Key.Contract == contract && shown.Key.IsValidAt(now) && (shown.ExpiresAt is not { } end || now < end);
    }

    // Some contracts let in who names a tenant that allows it. The name is no secret, so this caller is no administrator.
    private static async Task<Result<Caller>> IdentifyByTenantAsync(
        CustomerDbContext db, Credential credential, CancellationToken cancellationToken) =>
        credential.Tenant is { } name
        && await FindTenantAsync(db, name, cancellationToken) is { } tenant
        && tenant.Settings.KeyOptionalFor.Contains(credential.Contract)
            ? new Caller(tenant, null, credential.Contract, KeyRole.Write)
            : Failure.Of(FailureKind.CredentialMissing);

    /// <summary>What is wrong with the tenant that a request names beside a key of <paramref name="tenant"/>; null where it is that one.</summary>
    private static async Task<FailureKind?> ContradictionAsync(
        CustomerDbContext db, Tenant tenant, TenantName name, CancellationToken cancellationToken) => name switch
        {
            _ when string.IsNullOrWhiteSpace(name.Value) => FailureKind.TenantMissing,
            { Kind: TenantNameKind.Workspace } when tenant.WorkspaceId.Equals(name.Value, StringComparison.OrdinalIgnoreCase) => null,
            { Kind: TenantNameKind.Account } when AccountId(name.Value) == tenant.AccountId => null,
            _ => await FindTenantAsync(db, name, cancellationToken) is null ? FailureKind.TenantUnknown : FailureKind.TenantForeign,
        };

    private static async Task<Tenant?> FindTenantAsync(CustomerDbContext db, TenantName name, CancellationToken cancellationToken)
    {
        var query = name.Kind switch
        {
            TenantNameKind.Workspace => WorkspaceId(name.Value) is { } id ? db.Tenants.Where(row => row.WorkspaceId == id) : null,
            TenantNameKind.Account => AccountId(name.Value) is { } id ? db.Tenants.Where(row => row.AccountId == id) : null,
        };
        return query is null ? null : (await query.FirstOrDefaultAsync(cancellationToken))?.ToTenant();
    }

    // As TenantRow keeps it.
    private static string? WorkspaceId(string? name) =>
        name is not null && StorableText.IsStorable(name) ? name.ToLowerInvariant() : null;

    // Written back, since parsing takes more than a number's plain form: leading zeros, trailing U+0000.
    private static long? AccountId(string? name) =>
        long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && id > 0
        && id.ToString(CultureInfo.InvariantCulture) == name
            ? id
            : null;
}
