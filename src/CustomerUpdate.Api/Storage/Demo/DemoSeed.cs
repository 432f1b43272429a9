using CustomerUpdate.Api.Storage.Engines;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage.Demo;

/// <summary>Makes the demo tenant, its keys and its customers.</summary>
internal sealed class DemoSeed(IDbContextFactory<CustomerDbContext> databases, IDatabaseEngine engine, TimeProvider clock)
{
    /// <summary>Makes all of it in one transaction; does nothing where the tenant is there, or another host makes it at the same time.</summary>
    /// <returns>Whether it was made now.</returns>
    public async Task<bool> SeedAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await ExistsAsync(db, cancellationToken))
        {
            return false;
        }

        AddRows(db, clock.GetUtcMicroseconds());
        try
        {
            using var turn = await engine.TakeWriteTurnAsync(cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (engine.Classify(exception) == DatabaseFault.LostRace)
        {
            await using var after = await databases.CreateDbContextAsync(cancellationToken);
            if (!await ExistsAsync(after, cancellationToken))
            {
                throw;
            }

            return false;
        }
    }

    /// <summary>Whether the tenant is there; it is not where there are no tables yet.</summary>
    public async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        try
        {
            return await ExistsAsync(db, cancellationToken);
        }
        catch (Exception exception) when (engine.Classify(exception) == DatabaseFault.SchemaBehind)
        {
            return false;
        }
    }

    private static Task<bool> ExistsAsync(CustomerDbContext db, CancellationToken cancellationToken) =>
        db.Tenants.AnyAsync(row => row.Id == DemoTenant.Id, cancellationToken);

    private static void AddRows(CustomerDbContext db, DateTimeOffset now)
    {
        db.Tenants.Add(TenantRow.Of(DemoTenant.Tenant(now)));
        db.ApiKeys.AddRange(DemoTenant.Keys.Select(key => ApiKeyRow.Of(
            new NewApiKey(DemoTenant.Id, key.Key, KeyRole.Admin, "Development", key.Value, ExpiresAt: null, DemoTenant.Clients.GetValueOrDefault(key.Key)),
            DemoTenant.KeyId(key.Key),
            now)));
        db.Counters.AddRange(
            Counter(CounterRow.Entry, DemoTenant.WebsiteEntryId + 1),
            Counter("helpscout", DemoTenant.HelpScoutCustomerId + 2),
            Counter("chatwoot", DemoTenant.ChatwootContactId + 2),
            Counter(CounterRow.Inbox, DemoTenant.InboxId + 1));
        db.AttributeDefinitions.Add(AttributeDefinitionRow.Of(DemoTenant.Id, "helpscout", DemoTenant.Plan, now));
        db.Inboxes.Add(new InboxRow { TenantId = DemoTenant.Id, Id = DemoTenant.InboxId, Name = "Website", ChannelType = "Channel::Api" });
        db.AddCustomer(DemoCustomer.Customer(now), new ChangeOrigin("seed", null, "seed"));
        db.AddCustomer(DemoCustomer.Other(now), new ChangeOrigin("seed", null, "seed"));
    }

    private static CounterRow Counter(string name, long next) => new() { TenantId = DemoTenant.Id, Name = name, Next = next };
}
