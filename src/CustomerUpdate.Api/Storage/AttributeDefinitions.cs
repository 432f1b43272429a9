using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage;

/// <summary>The definitions' table.</summary>
internal sealed class AttributeDefinitions(
    IDbContextFactory<CustomerDbContext> databases, GuardedWrites writes, TimeProvider clock) : IAttributeDefinitions
{
    public Task<Result<AttributeDefinition>> CreateAsync(
        Guid tenantId, string contract, NewAttributeDefinition definition, WriteTerms<AttributeDefinition> terms, CancellationToken cancellationToken) =>
        writes.RunAsync(terms, (db, token) => InsertAsync(db, tenantId, contract, definition, token), cancellationToken);

    public async Task<ValueList<AttributeDefinition>> ListAsync(Guid tenantId, string contract, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await InOrder(db, tenantId, contract).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToDefinition())];
    }

    public async Task<AttributeDefinitionPage> ListAsync(
        Guid tenantId, string contract, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var total = await Of(db, tenantId, contract).LongCountAsync(cancellationToken);
        var rows = await InOrder(db, tenantId, contract).Skip(skip).Take(take).ToListAsync(cancellationToken);
        return new AttributeDefinitionPage([.. rows.Select(row => row.ToDefinition())], total);
    }

    public Task<Result<AttributeDefinition>> DeleteAsync(
        Guid tenantId, string contract, Guid id, WriteTerms<AttributeDefinition> terms, CancellationToken cancellationToken) =>
        writes.RunAsync(terms, (db, token) => RemoveAsync(db, tenantId, contract, id, token), cancellationToken);

    private static IQueryable<AttributeDefinitionRow> Of(CustomerDbContext db, Guid tenantId, string contract) =>
        db.AttributeDefinitions.Where(row => row.TenantId == tenantId && row.Contract == contract);

    private static IQueryable<AttributeDefinitionRow> InOrder(CustomerDbContext db, Guid tenantId, string contract) =>
        Of(db, tenantId, contract).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id);

    private static async Task<Result<AttributeDefinition>> RemoveAsync(
        CustomerDbContext db, Guid tenantId, string contract, Guid id, CancellationToken cancellationToken)
    {
        if (await Of(db, tenantId, contract).SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row)
        {
            return Failure.Of(FailureKind.NotFound);
        }

        db.AttributeDefinitions.Remove(row);
        await db.SaveChangesAsync(cancellationToken);
        return row.ToDefinition();
    }

    // One definition of a tenant and contract is made at a time, so that as many as there may be is what there can be.
    private static async Task TakeTurnAsync(CustomerDbContext db, Guid tenantId, string contract, CancellationToken cancellationToken)
    {
        var counter = CounterRow.DefinitionsOf(contract);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO counters (tenant_id, name, next) VALUES ({tenantId}, {counter}, 2)
            ON CONFLICT (tenant_id, name) DO UPDATE SET next = counters.next + 1
            """,
            cancellationToken);
    }

    private async Task<Result<AttributeDefinition>> InsertAsync(
        CustomerDbContext db, Guid tenantId, string contract, NewAttributeDefinition definition, CancellationToken cancellationToken)
    {
        if (!await db.Tenants.AnyAsync(row => row.Id == tenantId, cancellationToken))
        {
            return Failure.Of(FailureKind.NotFound);
        }

        await TakeTurnAsync(db, tenantId, contract, cancellationToken);
        var others = Of(db, tenantId, contract);
        if (await others.AnyAsync(row => row.Key == definition.Key, cancellationToken))
        {
            return Failure.Of(FailureKind.Taken);
        }

        if (definition.Maximum is { } maximum && await others.CountAsync(cancellationToken) >= maximum)
        {
            return Failure.Of(FailureKind.Invalid);
        }

        var row = AttributeDefinitionRow.Of(tenantId, contract, definition, await NextInstantAsync(others, cancellationToken));
        db.AttributeDefinitions.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        return row.ToDefinition();
    }

    // Never the same twice, nor before the last one: it is what they are listed by, and clocks of several hosts differ.
    private async Task<DateTimeOffset> NextInstantAsync(IQueryable<AttributeDefinitionRow> others, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcMicroseconds();
        var last = await others.MaxAsync(row => (DateTimeOffset?)row.CreatedAt, cancellationToken);
        return last >= now ? last.Value.AddMicroseconds(1) : now;
    }
}
