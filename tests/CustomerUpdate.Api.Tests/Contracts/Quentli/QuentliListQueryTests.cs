using CustomerUpdate.Api.Contracts.Quentli;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

public sealed class QuentliListQueryTests
{
    public static TheoryData<string, CustomerFilter> Conditions => new()
    {
        { "filter[name][contains]=john", Text(TextField.Name, TextMatch.Part, "john") },
        { "filter[name][equals]=John+Doe", Text(TextField.Name, TextMatch.Equal, "John Doe") },
        { "filter[name]=John", Text(TextField.Name, TextMatch.Equal, "John") },
        { "filter[email][startsWith]=a%40", Text(TextField.Email, TextMatch.Prefix, "a@") },
        { "filter[email]=+A%40b.c", Has(CustomerKey.EmailKind, "a@b.c") },
        { "filter[email][contains]=", Text(TextField.Email, TextMatch.Part, "") },
        { "filter[username]=juan", Has(CustomerKey.UsernameKind, "juan") },
        { "filter[username][contains]=juan", Text(TextField.Username, TextMatch.Part, "juan") },
        { "filter[id][equals]=cm1", Has("ref:quentli", "cm1") },
        { "filter[phoneNumber][equals]=%2B525512345678", Has(CustomerKey.PhoneKind, "key of +525512345678") },
        { "filter[phoneNumber]=+525512345678", Has(CustomerKey.PhoneKind, "key of +525512345678") },
        { "filter[phoneNumber][startsWith]=+52", Text(TextField.Phone, TextMatch.Prefix, "+52") },
        { "filter[status][equals]=ARCHIVED", new CustomerFilter.Archived(true) },
        { "filter[status]=active", new CustomerFilter.Archived(false) },
        { "filter[noPayments]=true", CustomerFilter.None },
        { "filter[noPayments][equals]=false", new CustomerFilter.Some([]) },
        { "filter[createdAt][gte]=2025-01-15T10:30:00Z", new CustomerFilter.Time(TimeField.CreatedAt, Comparison.GreaterOrEqual, new(2025, 1, 15, 10, 30, 0, TimeSpan.Zero)) },
        { "filter[createdAt][lt]=2025-01-15", new CustomerFilter.Time(TimeField.CreatedAt, Comparison.Less, new(2025, 1, 15, 0, 0, 0, TimeSpan.Zero)) },
        { "filter[updatedAt][gt]=2025-01-15", new CustomerFilter.Time(TimeField.UpdatedAt, Comparison.Greater, new(2025, 1, 15, 0, 0, 0, TimeSpan.Zero)) },
        { "filter[updatedAt][lte]=2025-01-15", new CustomerFilter.Time(TimeField.UpdatedAt, Comparison.LessOrEqual, new(2025, 1, 15, 0, 0, 0, TimeSpan.Zero)) },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_is_read(string query, CustomerFilter expected) => Assert.Equal(expected, Only(Only(Read(query).Filter)));

    [Theory]
    [InlineData("filter=name%5Bcontains%5D%3Djohn%26OR%5B0%5D%5BnoPayments%5D%3Dtrue")]
    [InlineData("filter=name%255Bcontains%255D%3Djohn%26OR%255B0%255D%255BnoPayments%255D%3Dtrue")]
    [InlineData("filter[name][contains]=john&filter[OR][0][noPayments]=true")]
    [InlineData("filter%5Bname%5D%5Bcontains%5D=john&filter%5BOR%5D%5B%5D%5BnoPayments%5D=true")]
    public void The_published_condition_is_read_in_every_spelling(string query) => Assert.Equal(
        new CustomerFilter.Every(
        [
            new CustomerFilter.Every([Text(TextField.Name, TextMatch.Part, "john")]),
            new CustomerFilter.Some([new CustomerFilter.Every([CustomerFilter.None])]),
        ]),
        Read(query).Filter);

    [Fact]
    public void Conditions_can_be_alternatives_of_alternatives()
    {
        var filter = Read("filter[OR][0][name]=a&filter[OR][1][AND][0][name]=b&filter[OR][1][AND][1][OR][0][email]=c").Filter;

        var branches = Assert.IsType<CustomerFilter.Some>(Only(filter)).Conditions;
        Assert.Equal(2, branches.Count);
        Assert.Equal(Text(TextField.Name, TextMatch.Equal, "a"), Only(Only(branches[0])));
        Assert.Equal(2, Assert.IsType<CustomerFilter.Every>(Only(branches[1])).Conditions.Count);
    }

    [Theory]
    [InlineData("", 0, 20)]
    [InlineData("skip=0&take=1", 0, 1)]
    [InlineData("skip=2147483647&take=100", int.MaxValue, 100)]
    [InlineData("skip=2147483648", int.MaxValue, 20)]
    [InlineData("skip=99999999999999999999", int.MaxValue, 20)]
    [InlineData("page=2&limit=x&limit=y&filter=&orderBy=", 0, 20)]
    public void A_stretch_is_read(string query, int skip, int take)
    {
        var selection = Read(query);

        Assert.Equal((skip, take, false), (selection.Skip, selection.Take, selection.CountsAll));
        Assert.Equal(CustomerFilter.None, selection.Filter);
        Assert.Empty(selection.Order);
    }

    [Theory]
    [InlineData("orderBy=createdAt%3Ddesc", SortField.CreatedAt, true)]
    [InlineData("orderBy=createdAt=desc", SortField.CreatedAt, true)]
    [InlineData("orderBy[updatedAt]=asc", SortField.UpdatedAt, false)]
    [InlineData("orderBy[name]=ASC", SortField.Name, false)]
    [InlineData("orderBy[0][email]=desc", SortField.Email, true)]
    [InlineData("orderBy[][phoneNumber]=asc", SortField.Phone, false)]
    public void An_order_is_read(string query, SortField field, bool isDescending) =>
        Assert.Equal([new CustomerOrder(field, isDescending)], Read(query).Order);

    [Fact]
    public void An_order_may_have_several_steps() => Assert.Equal(
        [new CustomerOrder(SortField.Name, false), new CustomerOrder(SortField.CreatedAt, true)], Read("orderBy=name%3Dasc%26createdAt%3Ddesc").Order);

    [Theory]
    [InlineData("take=0", "take")]
    [InlineData("take=101", "take")]
    [InlineData("take=-1", "take")]
    [InlineData("take=1.5", "take")]
    [InlineData("take=+5", "take")]
    [InlineData("take=", "take")]
    [InlineData("take=5&take=6", "take")]
    [InlineData("take[gt]=5", "take")]
    [InlineData("skip=-1", "skip")]
    [InlineData("skip=x&take=99999999999999999999", "skip", "take")]
    [InlineData("filter[shoeSize]=42", "filter[shoeSize]")]
    [InlineData("filter=shoeSize%3D42", "filter[shoeSize]")]
    [InlineData("filter=john", "filter[john]")]
    [InlineData("filter=%7B%22name%22%3A%22john%22%7D", """filter[{"name":"john"}]""")]
    [InlineData("filter[Name]=x", "filter[Name]")]
    [InlineData("filter[name][like]=x", "filter[name][like]")]
    [InlineData("filter[name][contains][x]=y", "filter[name][contains]")]
    [InlineData("filter[name]=x&filter[name]=y", "filter[name]")]
    [InlineData("filter[name][contains]=x&filter[name][contains]=y", "filter[name][contains]")]
    [InlineData("filter[name]=x&filter=name%3Dy", "filter")]
    [InlineData("filter=a&filter=b", "filter")]
    [InlineData("filter[createdAt]=2025-01-15", "filter[createdAt]")]
    [InlineData("filter[createdAt][gte]=yesterday", "filter[createdAt][gte]")]
    [InlineData("filter[createdAt][gte]=2025-02-30", "filter[createdAt][gte]")]
    [InlineData("filter[createdAt][contains]=2025", "filter[createdAt][contains]")]
    [InlineData("filter[status]=deleted", "filter[status]")]
    [InlineData("filter[noPayments]=1", "filter[noPayments]")]
    [InlineData("filter[id][contains]=cm", "filter[id][contains]")]
    [InlineData("filter[OR]=x", "filter[OR]")]
    [InlineData("filter[OR][0]=x", "filter[OR][0]")]
    [InlineData("filter[OR][name]=x", "filter[OR][name]")]
    [InlineData("filter[OR][0][shoeSize]=42&filter[NOT][name]=x", "filter[OR][0][shoeSize]", "filter[NOT]")]
    [InlineData("filter[name]=%00", "query")]
    [InlineData("filter=name%3D%2500", "filter")]
    [InlineData("filter=a[b][b][b][b][b][b][b][b][b][b]%3D1", "filter")]
    [InlineData("orderBy=createdAt", "orderBy[createdAt]")]
    [InlineData("orderBy=createdAt%3Ddown", "orderBy[createdAt]")]
    [InlineData("orderBy[shoeSize]=asc", "orderBy[shoeSize]")]
    [InlineData("orderBy[0]=asc", "orderBy[0]")]
    [InlineData("orderBy[name]=asc&orderBy[name]=desc", "orderBy[name]")]
    [InlineData("orderBy[name]=asc&orderBy=name%3Dasc", "orderBy")]
    public void What_cannot_be_meant_is_told(string query, params string[] paths)
    {
        Assert.True(QuentliListQuery.Read(query, phone => phone).TryFailure(out _, out var failure));
        Assert.Equal(paths, failure.Problems.Select(problem => problem.Path));
        Assert.All(failure.Problems, problem => Assert.NotEmpty(problem.Message));
    }

    private static CustomerFilter.Text Text(TextField field, TextMatch match, string value) => new(field, match, value);

    private static CustomerFilter.Has Has(string kind, string value) => new(new CustomerKey(kind, value));

    // A list with one condition in it.
    private static CustomerFilter Only(CustomerFilter filter) => filter is CustomerFilter.Every { Conditions: [var only] } ? only : filter;

    private static CustomerSelection Read(string query)
    {
        Assert.False(QuentliListQuery.Read(query, phone => $"key of {phone}").TryFailure(out var selection, out var failure), failure?.Problems[0].Message);
        return selection;
    }
}
