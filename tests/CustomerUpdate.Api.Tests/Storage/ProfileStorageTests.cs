using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Api.Storage.Model;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Tests.Storage;

public sealed class ProfileStorageTestsOnPostgres() : ProfileStorageTests("postgres");

public sealed class ProfileStorageTestsOnSqlite() : ProfileStorageTests("sqlite");

/// <summary>That an engine gives back what it was given, whatever it does to the document meanwhile.</summary>
public abstract class ProfileStorageTests(string engine) : StorageTests(engine)
{
    [Fact]
    public async Task Any_profile_comes_back_from_the_engine_as_it_was()
    {
        var customers = Profiles.Any.Sample(200, new Rnd(20260102, 7), 50)
            .Select(profile => DemoCustomer.Customer(DateTimeOffset.UnixEpoch) with { Id = Guid.CreateVersion7(), Profile = profile })
            .ToList();
        await using (var db = Store.OpenContext())
        {
            db.Customers.AddRange(customers.Select(CustomerRow.Of));
            await db.SaveChangesAsync();
        }

        await using var after = Store.OpenContext();
        var stored = (await after.Customers.ToListAsync()).ToDictionary(row => row.Id, row => row.ToCustomer());
        Assert.Equal(202, stored.Count); // the demo customers are there too
        Assert.All(customers, customer => Assert.Equal(customer, stored[customer.Id]));
    }
}
