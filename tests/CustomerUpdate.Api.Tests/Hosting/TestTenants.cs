using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Hosting;

/// <summary>A tenant with a key for every contract.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Digit">What tells its keys from those of the others, and makes no secret of them.</param>
internal sealed record TestTenant(Tenant Tenant, char Digit)
{
    /// <summary>The tenant's key for a contract.</summary>
    public string Key(string contract) => DemoTenant.Keys[contract].Replace('0', Digit);

    /// <summary>Whom a request is about.</summary>
    public ExampleSubject Subject(string key, string reference) =>
        new(key, reference, Tenant.WorkspaceId, Tenant.AccountId, Tenant.OrganizationId);
}

/// <summary>The tenants that every host under test has beside its own.</summary>
internal static class TestTenants
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The host's own demo tenant.</summary>
    public static TestTenant Demo { get; } = new(DemoTenant.Tenant(Start), '0');

    /// <summary>The demo tenant's keys that may read only.</summary>
    public static TestTenant DemoReadOnly { get; } = Demo with { Digit = '1' };

    /// <summary>Another company.</summary>
    public static TestTenant Other { get; } = new(Tenant(2, OtpPolicy.WhenSent), '2');

    /// <summary>A company that asks for one-time passwords.</summary>
    public static TestTenant Strict { get; } = new(Tenant(3, OtpPolicy.Required), '3');

    /// <summary>A company that does not look at one-time passwords.</summary>
    public static TestTenant Trusting { get; } = new(Tenant(4, OtpPolicy.Ignored), '4');

    /// <summary>A company whose callers must say which version they have read.</summary>
    public static TestTenant Careful { get; } = new(Tenant(5, OtpPolicy.WhenSent, requireIfMatch: true), '5');

    /// <summary>Makes them.</summary>
    public static async Task SeedAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<CustomerDbContext>>().CreateDbContextAsync();
        if (!await db.Tenants.AnyAsync(row => row.Id == DemoTenant.Id))
        {
            return; // a host without a demo tenant is about something else
        }

        foreach (var other in new[] { Other, Strict, Trusting, Careful })
        {
            db.Tenants.Add(TenantRow.Of(other.Tenant));
            AddKeys(db, other, KeyRole.Admin);
        }

        AddKeys(db, DemoReadOnly, KeyRole.Read);
        await db.SaveChangesAsync();
    }

    private static void AddKeys(CustomerDbContext db, TestTenant tenant, KeyRole role) =>
        db.ApiKeys.AddRange(DemoTenant.Keys.Keys.Select(contract =>
            ApiKeyRow.Of(Guid.CreateVersion7(), tenant.Tenant.Id, contract, role, "Test", tenant.Key(contract), Start)));

    private static Tenant Tenant(int number, OtpPolicy otp, bool requireIfMatch = false) => new()
    {
        Id = new Guid($"0198f000-0000-7000-8000-00000000000{number}"),
        Name = $"Tenant {number}",
        WorkspaceId = $"64b7f0c2a1d3e4f5a6b7c8d{number}",
        AccountId = number,
        OrganizationId = new Guid($"3c90c3cc-0d44-4b50-8888-8dd25736050{number}"),
        Settings = new TenantSettings { Otp = otp, RequireIfMatch = requireIfMatch },
        CreatedAt = Start,
    };
}
