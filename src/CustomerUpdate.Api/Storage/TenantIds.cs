using System.Security.Cryptography;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>The names by which contracts know a tenant: which are taken, and new ones. What makes them unique is the table's indexes.</summary>
internal static class TenantIds
{
    private const int WorkspaceIdLength = 24;

    /// <summary>A problem for each given id that another tenant has.</summary>
    public static async Task<ValueList<Problem>> FindTakenAsync(CustomerDbContext db, NewTenant wanted, CancellationToken cancellationToken)
    {
        var workspaceId = wanted.WorkspaceId?.ToLowerInvariant(); // as the row keeps it
        var others = await db.Tenants
            .Where(row => row.WorkspaceId == workspaceId || row.AccountId == wanted.AccountId || row.OrganizationId == wanted.OrganizationId)
            .Select(row => new { row.WorkspaceId, row.AccountId, row.OrganizationId })
            .ToListAsync(cancellationToken);
        return
        [
            .. Taken("workspaceId", others.Any(other => other.WorkspaceId == workspaceId)),
            .. Taken("accountId", others.Any(other => other.AccountId == wanted.AccountId)),
            .. Taken("organizationId", others.Any(other => other.OrganizationId == wanted.OrganizationId)),
        ];
    }

    /// <summary>24 hexadecimal digits from a CSPRNG.</summary>
    public static string NewWorkspaceId() => RandomNumberGenerator.GetHexString(WorkspaceIdLength, lowercase: true);

    /// <summary>The lowest number from 1 on that no tenant has: a gap, or one past the end.</summary>
    public static async Task<long> LowestFreeAccountIdAsync(CustomerDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Tenants.AnyAsync(row => row.AccountId == 1, cancellationToken))
        {
            return 1;
        }

        return await db.Tenants
            .Where(row => !db.Tenants.Any(next => next.AccountId == row.AccountId + 1))
            .MinAsync(row => row.AccountId, cancellationToken) + 1;
    }

    private static ValueList<Problem> Taken(string member, bool isTaken) =>
        isTaken ? [new Problem($"/{member}", "taken", $"Another tenant has this {member}.")] : [];
}
