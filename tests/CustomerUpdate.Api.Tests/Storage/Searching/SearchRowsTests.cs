using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;
using static CustomerUpdate.Core.Searching.CustomerFilter;

namespace CustomerUpdate.Api.Tests.Storage.Searching;

public sealed class SearchRowsTestsOnPostgres() : SearchRowsTests("postgres");

public sealed class SearchRowsTestsOnSqlite() : SearchRowsTests("sqlite");

/// <summary>Whatever is written of customers, they are found by it from then on, and by nothing else.</summary>
public abstract class SearchRowsTests(string engine) : SearchTests(engine)
{
    private static readonly Profile Known = new()
    {
        Name = new PersonName("Old Name", "Old", "Name"),
        Emails = Entries("old@old.example"),
        Tags = ["old"],
        CustomAttributes = Bag(("old", "1"), ("kept", "2")),
    };

    [Fact]
    public async Task An_update_moves_a_customer()
    {
        var made = await AddAsync(Known, new Profile());
        Success(await Store.CommitAsync(
            new CustomerChange
            {
                Name = "New Name",
                Email = "new@new.example",
                Phone = "+12025550001",
                Tags = ValueList.Of(["new"]),
                Blocked = true,
                LastSeenAt = DateTimeOffset.UnixEpoch,
                Identifier = "new",
                CustomAttributes = new BagEdit { Merge = Bag(("old", "\"one\""), ("new", "3")) },
                ProfileAttributes = new BagEdit { Merge = Bag(("city", "\"Lima\"")) },
            },
            CustomerKey.Id(made[0].Id),
            Tenant));

        foreach (var old in new CustomerFilter[]
        {
            new Text(TextField.Name, TextMatch.Part, "old"), new Text(TextField.Any, TextMatch.Part, "old"), new Text(TextField.AnyEmailDomain, TextMatch.Equal, "old.example"),
            new Tagged("old"), new AttributeNumber("old", Comparison.LessOrEqual, 1), new Text(TextField.AnyEmail, TextMatch.Prefix, "old"),
        })
        {
            await AssertFindsAsync("", old);
        }

        foreach (var now in new CustomerFilter[]
        {
            new Text(TextField.Name, TextMatch.Part, "new"), new Text(TextField.Any, TextMatch.Part, "w@n"), new Text(TextField.AnyEmailDomain, TextMatch.Equal, "new.example"),
            new Tagged("new"), new AttributeText("old", TextMatch.Equal, "one"), new HasAttribute("new"), new HasAttribute("kept"),
            new Text(TextField.City, TextMatch.Equal, "lima"), new Text(TextField.Identifier, TextMatch.Part, "new"), new PhoneKey("+12025550001"),
            new Blocked(true), new Time(TimeField.LastSeenAt, Comparison.LessOrEqual, DateTimeOffset.UnixEpoch),
        })
        {
            await AssertFindsAsync("A", now);
        }
    }

    [Fact]
    public async Task An_update_of_nothing_that_is_searched_writes_the_customer_only()
    {
        var made = await AddAsync(Known);
        await using var db = Store.OpenContext();
        await db.CustomerSearches.Where(row => row.CustomerId == made[0].Id).ExecuteDeleteAsync();

        // Were the row written, it would be missed.
        Success(await Store.CommitAsync(new CustomerChange { Background = "Notes" }, CustomerKey.Id(made[0].Id), Tenant));
    }

    [Fact]
    public async Task A_merge_leaves_one_customer_with_what_both_had()
    {
        var made = await AddAsync(Known, new Profile { Tags = ["other"], Phones = new EntryList { Entries = [new Entry(9, "work", "+12025550002", "+12025550002")] } });
        Success(await Store.Merges.MergeAsync(new CustomerMergeCommand(Caller, CustomerKey.Id(made[0].Id), CustomerKey.Id(made[1].Id), "request"), CancellationToken.None));

        Assert.Equal("A", await FindAsync(None));
        Assert.Equal("A", await FindAsync(new Every([new Tagged("other"), new PhoneKey("+12025550002"), new Text(TextField.Any, TextMatch.Part, "old n")])));
    }

    [Fact]
    public async Task Who_is_erased_is_found_by_nothing()
    {
        var made = await AddAsync(Known, new Profile());
        Assert.Equal(1, (await Store.Erasures.EraseAsync(new CustomerErasureCommand(Caller, CustomerKey.Id(made[0].Id), "request"), CancellationToken.None)).Match(version => version, _ => 0));

        Assert.Equal("B", await FindAsync(None));
        await using var db = Store.OpenContext();
        Assert.False(await db.CustomerSearches.AnyAsync(row => row.CustomerId == made[0].Id) || await db.CustomerTerms.AnyAsync(row => row.CustomerId == made[0].Id));
    }

    [Fact]
    public async Task Another_tenants_customers_are_never_found()
    {
        await AddAsync(Known with { Name = new PersonName("Alice", null, null) });
        var theirs = await Store.AliceAsync();
        foreach (var filter in new[] { None, new Not(new Tagged("nobody has it")), new Text(TextField.Name, TextMatch.Part, "alice") })
        {
            Assert.Equal("A", await FindAsync(filter));
            Assert.Equal("A", await FindAsync(new CustomerSelection(0, 9) { Filter = filter, Order = [new CustomerOrder(SortField.UpdatedAt, true)] }));
            var slice = await Store.Lists.ListAsync(DemoTenant.Id, new CustomerSelection(0, 9) { Filter = filter, CountsAll = true }, CancellationToken.None);
            Assert.Equal([theirs.Id], slice.Items.Select(customer => customer.Id));
            Assert.Equal(1, slice.Total);
        }
    }
}
