using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;

namespace CustomerUpdate.Api.Tests.Storage.Searching;

public sealed class CustomerOrderTestsOnPostgres() : CustomerOrderTests("postgres");

public sealed class CustomerOrderTestsOnSqlite() : CustomerOrderTests("sqlite");

/// <summary>In which order customers are listed, and which stretch of them.</summary>
public abstract class CustomerOrderTests(string engine) : SearchTests(engine)
{
    private static readonly Dictionary<SortField, Func<string, Profile>> Texts = new()
    {
        [SortField.Name] = text => new Profile { Name = new PersonName(text, null, null) },
        [SortField.FirstName] = text => new Profile { Name = new PersonName(null, text, null) },
        [SortField.LastName] = text => new Profile { Name = new PersonName(null, null, text) },
        [SortField.Email] = text => new Profile { Emails = Entries(text) },
        [SortField.Phone] = text => new Profile { Phones = Entries(text) },
        [SortField.Company] = text => new Profile { ProfileAttributes = ValueMap<BagValue>.Empty.Set("company_name", BagValue.Of(text)) },
        [SortField.City] = text => new Profile { ProfileAttributes = ValueMap<BagValue>.Empty.Set("city", BagValue.Of(text)) },
        [SortField.Country] = text => new Profile { ProfileAttributes = ValueMap<BagValue>.Empty.Set("country", BagValue.Of(text)) },
        [SortField.LastSeenAt] = text => new Profile { LastSeenAt = DateTimeOffset.UnixEpoch.AddDays(Math.Min(text.ToLowerInvariant()[0], 'b')) },
    };

    public static TheoryData<SortField> TextFields => new(Texts.Keys);

    [Theory]
    [MemberData(nameof(TextFields))]
    public async Task Customers_without_a_value_come_last_in_either_direction(SortField field)
    {
        var profile = Texts[field];
        await AddAsync(new Profile(), profile("b"), profile("a 2"[..1]), new Profile(), profile("B"), profile("A"));

        Assert.Equal("CFBEAD", await FindAsync(Ordered(0, 100, (field, false))));
        Assert.Equal("BECFAD", await FindAsync(Ordered(0, 100, (field, true))));
        foreach (var skip in Enumerable.Range(0, 8))
        {
            Assert.Equal(string.Concat("CFBEAD".Skip(skip).Take(2)), await FindAsync(Ordered(skip, 2, (field, false))));
            Assert.Equal(string.Concat("BECFAD".Skip(skip).Take(2)), await FindAsync(Ordered(skip, 2, (field, true))));
        }
    }

    [Theory]
    [InlineData(SortField.CreatedAt)]
    [InlineData(SortField.UpdatedAt)]
    public async Task Customers_are_sorted_by_when_they_were_made_or_changed(SortField field)
    {
        await AddAsync(new Profile(), new Profile(), new Profile());

        Assert.Equal("ABC", await FindAsync(Ordered(0, 100)));
        Assert.Equal("ABC", await FindAsync(Ordered(0, 100, (field, false))));
        Assert.Equal("CB", await FindAsync(Ordered(0, 2, (field, true))));
    }

    [Fact]
    public async Task Later_steps_of_an_order_tell_apart_what_the_first_does_not()
    {
        await AddAsync(Of("x", null), Of(null, "1"), Of("x", "1"), Of(null, null), Of("x", "2"), Of(null, "2"), Of("w", null));

        Assert.Equal("GECAFBD", await FindAsync(Ordered(0, 100, (SortField.Company, false), (SortField.City, true))));
        Assert.Equal("CEAGBFD", await FindAsync(Ordered(0, 100, (SortField.Company, true), (SortField.City, false), (SortField.Company, false))));
        Assert.Equal("GEC", await FindAsync(Ordered(0, 3, (SortField.Company, false), (SortField.City, true))));
        Assert.Equal("BD", await FindAsync(Ordered(5, 3, (SortField.Company, false), (SortField.City, true))));
        Assert.Equal("ECA", await FindAsync(Ordered(0, 3, (SortField.Company, true), (SortField.CreatedAt, true))));

        static Profile Of(string? company, string? city) => new()
        {
            ProfileAttributes = ValueMap<BagValue>.Empty.Set("company_name", BagValue.OfNullable(company)).Set("city", BagValue.OfNullable(city)),
        };
    }

    [Fact]
    public async Task Texts_are_in_the_order_of_their_code_points()
    {
        await AddAsync(Of("\U00010000"), Of("\uFFFD"), Of("é"), Of("z"), Of("Z a"), Of("_"), Of(""));

        Assert.Equal("GFDECBA", await FindAsync(Ordered(0, 100, (SortField.Name, false))));

        static Profile Of(string text) => new() { Name = new PersonName(text, null, null) };
    }

    [Fact]
    public async Task The_total_counts_all_that_fulfil_the_condition()
    {
        await AddAsync(new Profile { Blocked = true }, new Profile(), new Profile { Blocked = true });
        var selection = new CustomerSelection(0, 1) { Filter = new CustomerFilter.Blocked(true) };

        Assert.Equal(2, (await Store.Lists.ListAsync(Tenant.Id, selection with { CountsAll = true }, CancellationToken.None)).Total);
        Assert.Null((await Store.Lists.ListAsync(Tenant.Id, selection, CancellationToken.None)).Total);
        Assert.Equal("", await FindAsync(selection with { Take = 0 }));
        Assert.Equal("", await FindAsync(selection with { Skip = int.MaxValue, Take = int.MaxValue }));
        Assert.Equal("AC", await FindAsync(selection with { Take = int.MaxValue }));
    }

    private static CustomerSelection Ordered(int skip, int take, params (SortField Field, bool IsDescending)[] order) =>
        new(skip, take) { Order = [.. order.Select(step => new CustomerOrder(step.Field, step.IsDescending))] };
}
