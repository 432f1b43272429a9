using CustomerUpdate.Api.Storage;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Tests.Storage;

public sealed class CallersTestsOnPostgres() : CallersTests("postgres");

public sealed class CallersTestsOnSqlite() : CallersTests("sqlite");

/// <summary>Who is let in, and what is said first to those who are not.</summary>
public abstract class CallersTests(string engine) : StorageTests(engine)
{
    private const string Key = DemoTenant.ChatwootKey;

    [Fact]
    public async Task A_key_tells_its_tenant_contract_and_role()
    {
        foreach (var (contract, secret) in DemoTenant.Keys)
        {
            var caller = await CallerAsync(new Credential(contract, secret));

            Assert.Equal((DemoTenant.Id, contract, KeyRole.Admin), (caller.Tenant.Id, caller.Contract, caller.Role));
            Assert.NotNull(caller.KeyId);
        }
    }

    [Theory]
    [InlineData("chatwoot", null, FailureKind.CredentialMissing)]
    [InlineData("chatwoot", "  ", FailureKind.CredentialMissing)]
    [InlineData("chatwoot", "not a key", FailureKind.CredentialUnknown)]
    [InlineData("chatwoot", Key + " ", FailureKind.CredentialUnknown)]
    [InlineData("helpscout", Key, FailureKind.CredentialUnknown)]
    public async Task A_key_that_opens_nothing_is_refused(string contract, string? secret, FailureKind expected)
    {
        var credential = new Credential(contract, secret) { Tenant = new TenantName(TenantNameKind.Account, "none") };
        Assert.Equal(expected, await RefusalAsync(credential));
    }

    [Theory]
    [InlineData(TenantNameKind.Account, null, FailureKind.TenantMissing)]
    [InlineData(TenantNameKind.Account, " ", FailureKind.TenantMissing)]
    [InlineData(TenantNameKind.Account, "3", FailureKind.TenantUnknown)]
    [InlineData(TenantNameKind.Account, "01", FailureKind.TenantUnknown)]
    [InlineData(TenantNameKind.Account, "+1", FailureKind.TenantUnknown)]
    [InlineData(TenantNameKind.Account, "1\0", FailureKind.TenantUnknown)]
    [InlineData(TenantNameKind.Account, "99999999999999999999", FailureKind.TenantUnknown)]
    [InlineData(TenantNameKind.Account, "2", FailureKind.TenantForeign)]
    [InlineData(TenantNameKind.Workspace, "64b7f0c2a1d3e4f5a6b7c8d0", FailureKind.TenantUnknown)]
    [InlineData(TenantNameKind.Workspace, "\0", FailureKind.TenantUnknown)]
    [InlineData(TenantNameKind.Workspace, "00000000000000000000000a", FailureKind.TenantForeign)]
    [InlineData(TenantNameKind.Workspace, "00000000000000000000000A", FailureKind.TenantForeign)]
    public async Task A_tenant_that_is_not_the_keys_is_refused(TenantNameKind kind, string? name, FailureKind expected)
    {
        await Store.AddTenantAsync();
        Assert.Equal(expected, await RefusalAsync(new Credential("chatwoot", Key) { Tenant = new TenantName(kind, name) }));
    }

    [Theory]
    [InlineData(TenantNameKind.Account, "1")]
    [InlineData(TenantNameKind.Workspace, DemoTenant.WorkspaceId)]
    [InlineData(TenantNameKind.Workspace, "64B7F0C2A1D3E4F5A6B7C8D9")]
    public async Task The_keys_own_tenant_may_be_named(TenantNameKind kind, string name)
    {
        var caller = await CallerAsync(new Credential("chatwoot", Key) { Tenant = new TenantName(kind, name) });
        Assert.Equal(DemoTenant.Id, caller.Tenant.Id);
    }

    [Fact]
    public async Task A_tenant_may_let_a_contract_in_without_a_key()
    {
        var name = new TenantName(TenantNameKind.Workspace, "64B7F0C2A1D3E4F5A6B7C8D9");

        var caller = await CallerAsync(new Credential("trillet", null) { Tenant = name });

        Assert.Equal((DemoTenant.Id, null, "trillet", KeyRole.Write), (caller.Tenant.Id, caller.KeyId, caller.Contract, caller.Role));
        Assert.Equal(FailureKind.CredentialMissing, await RefusalAsync(new Credential("chatwoot", null) { Tenant = name }));
        Assert.Equal(FailureKind.CredentialUnknown, await RefusalAsync(new Credential("trillet", "wrong") { Tenant = name }));
        var nobody = name with { Value = "64b7f0c2a1d3e4f5a6b7c8d0" };
        Assert.Equal(FailureKind.CredentialMissing, await RefusalAsync(new Credential("trillet", null) { Tenant = nobody }));
    }

    [Fact]
    public async Task A_key_ends_when_it_expires()
    {
        var now = Store.Clock.GetUtcMicroseconds();
        await using (var db = Store.OpenContext())
        {
            var row = ApiKeyRow.Of(Guid.CreateVersion7(), DemoTenant.Id, "quentli", KeyRole.Read, "Short", "short-lived", now);
            db.ApiKeys.Add(row);
            db.Entry(row).Property(key => key.ExpiresAt).CurrentValue = now.AddMinutes(1);
            await db.SaveChangesAsync();
        }

        Assert.Equal(KeyRole.Read, (await CallerAsync(new Credential("quentli", "short-lived"))).Role);
        Store.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(FailureKind.CredentialUnknown, await RefusalAsync(new Credential("quentli", "short-lived")));
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing()
    {
        await using var db = Store.OpenContext();
        await db.ApiKeys.Where(row => row.Contract == "chatwoot")
            .ExecuteUpdateAsync(row => row.SetProperty(key => key.RevokedAt, Store.Clock.GetUtcMicroseconds()));

        Assert.Equal(FailureKind.CredentialUnknown, await RefusalAsync(new Credential("chatwoot", Key)));
    }

    private async Task<Caller> CallerAsync(Credential credential) =>
        (await Store.Callers.IdentifyAsync(credential, CancellationToken.None)).Match(caller => caller, failure => throw new InvalidOperationException($"{failure}"));

    private async Task<FailureKind> RefusalAsync(Credential credential) =>
        Failed(await Store.Callers.IdentifyAsync(credential, CancellationToken.None)).Kind;
}
