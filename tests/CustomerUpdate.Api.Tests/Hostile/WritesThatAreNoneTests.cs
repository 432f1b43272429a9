using CustomerUpdate.Api.Startup;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Hostile;

/// <summary>Every route of the vendors, with its own example on the demo customer, asked in ways that must leave everything as it is.</summary>
public sealed class WritesThatAreNoneTests
{
    [Theory]
    [InlineData(PostgresDatabase.Engine)]
    [InlineData(SqliteDatabase.Engine)]
    public async Task A_key_that_may_only_read_writes_through_no_route(string engine) =>
        Assert.Empty(await WritersAsync(engine, TestTenants.DemoReadOnly, _ => { }));

    [Theory]
    [InlineData(PostgresDatabase.Engine)]
    [InlineData(SqliteDatabase.Engine)]
    public async Task A_dry_run_writes_through_no_route(string engine) =>
        Assert.Empty(await WritersAsync(engine, TestTenants.Demo, request => request.Headers.Add("Prefer", "dry-run")));

    /// <summary>Without this one the others would pass on a walk of which every request is refused for another reason.</summary>
    [Theory]
    [InlineData(PostgresDatabase.Engine)]
    [InlineData(SqliteDatabase.Engine)]
    public async Task The_same_walk_writes_where_it_may(string engine)
    {
        var writers = await WritersAsync(engine, TestTenants.Demo, _ => { });

        Assert.All(ContractCatalog.All, contract => Assert.Contains(writers, route => route.Contract == contract.Description.Name));
    }

    private static async Task<List<WalkedRoute>> WritersAsync(string engine, TestTenant caller, Action<HttpRequestMessage> prepare)
    {
        await using var host = await HostUnderTest.StartAsync(engine);
        var writers = new List<WalkedRoute>();
        foreach (var route in RouteWalk.OfVendors(host).OrderBy(route => route.Method == "DELETE")) // the customer is needed to the end
        {
            var before = await CountAsync(host);
            using var request = route.Request(DemoSubjects.Of(route.Contract) with { Key = caller.Key(route.Contract) });
            prepare(request);
            using var answer = await host.Client.SendAsync(request);

            Assert.True((int)answer.StatusCode < 500, $"{route}: {(int)answer.StatusCode}");
            if (await CountAsync(host) != before)
            {
                writers.Add(route);
            }
        }

        return writers;
    }

    // What somebody reads again; when a key was last used is none of it.
    private static async Task<(int Customers, int Versions, int Definitions, int Pictures, int Kept)> CountAsync(HostUnderTest host)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<CustomerDbContext>>().CreateDbContextAsync();
        return (await db.Customers.CountAsync(), await db.CustomerChanges.CountAsync(), await db.AttributeDefinitions.CountAsync(),
            await db.CustomerAvatars.CountAsync(), await db.IdempotencyKeys.CountAsync());
    }
}
