using CustomerUpdate.Api.Contracts.HelpScout;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>The grammar of a list's query.</summary>
public sealed class HelpScoutQueryTests
{
    private static readonly CustomerFilter John = new CustomerFilter.Text(TextField.FirstName, TextMatch.Equal, "John");
    private static readonly CustomerFilter Doe = new CustomerFilter.Text(TextField.LastName, TextMatch.Equal, "Doe");

    [Theory]
    [InlineData("""(firstName:"John")""")]
    [InlineData("""firstName:"John" """)]
    [InlineData("firstName:John")]
    [InlineData("""  ( ( firstName: "John" ) )  """)]
    [InlineData("""firstName:("John")""")]
    public void A_condition_may_stand_in_parentheses_and_its_value_in_quotation_marks(string query) => Assert.Equal(John, Parse(query));

    [Fact]
    public void And_binds_closer_than_or()
    {
        Assert.Equal(new CustomerFilter.Some([John, new CustomerFilter.Every([Doe, John])]), Parse("firstName:John OR lastName:Doe AND firstName:John"));
        Assert.Equal(new CustomerFilter.Every([new CustomerFilter.Some([John, Doe]), John]), Parse("(firstName:John or lastName:Doe)and firstName:John"));
        Assert.Equal(new CustomerFilter.Every([John, Doe, John]), Parse("""(firstName:"John") AND (lastName:"Doe") AND firstName:John"""));
    }

    [Fact]
    public void Each_field_is_compared_in_its_own_way()
    {
        Assert.Equal(new CustomerFilter.Text(TextField.AnyEmail, TextMatch.Part, "john@"), Parse("""(email:"john@")"""));
        Assert.Equal(new CustomerFilter.Text(TextField.AnyEmailDomain, TextMatch.Equal, "example.com"), Parse("""(emailDomain:"example.com")"""));
        Assert.Equal(Doe, Parse("lastName:Doe"));
        Assert.Equal(From(new(2013, 11, 20, 1, 2, 3, TimeSpan.Zero)), Parse("""modifiedSince:"2013-11-20T01:02:03Z" """));
    }

    [Fact]
    public void A_field_may_have_several_values()
    {
        CustomerFilter a = new CustomerFilter.Text(TextField.AnyEmail, TextMatch.Part, "a");
        CustomerFilter b = new CustomerFilter.Text(TextField.AnyEmail, TextMatch.Part, "b");

        Assert.Equal(new CustomerFilter.Some([a, b]), Parse("""email:("a" OR "b")"""));
        Assert.Equal(new CustomerFilter.Some([a, new CustomerFilter.Every([b, a])]), Parse("email:(a OR (b AND a))"));
    }

    [Fact]
    public void A_range_has_both_of_its_ends_whole_or_an_open_one()
    {
        var (first, last) = (new DateTimeOffset(2013, 11, 20, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2013, 11, 21, 10, 0, 0, TimeSpan.Zero));
        CustomerFilter until = new CustomerFilter.Time(TimeField.UpdatedAt, Comparison.Less, last.AddSeconds(1));

        Assert.Equal(From(first), Parse("modifiedAt:[2013-11-20T00:00:00Z TO *]"));
        Assert.Equal(until, Parse("modifiedAt:[* TO 2013-11-21T12:00:00+02:00]"));
        Assert.Equal(new CustomerFilter.Every([From(first), until]), Parse("""(modifiedAt:["2013-11-20T00:00:00Z" to 2013-11-21T10:00:00Z])"""));
        Assert.Equal(CustomerFilter.None, Parse("modifiedAt:[* TO *]"));
        Assert.Equal(CustomerFilter.None, Parse("modifiedAt:[* TO 9999-12-31T23:59:59Z]"));
    }

    [Theory]
    [InlineData("\"John \\\"OR\\\" Doe\"", "John \"OR\" Doe")]
    [InlineData("\"a\\\\b\"", "a\\b")]
    [InlineData("\"%_*:)\"", "%_*:)")]
    [InlineData("O'Neil", "O'Neil")]
    [InlineData("\"Zoë 🐻\"", "Zoë 🐻")]
    [InlineData("and", "and")]
    public void A_value_is_taken_as_it_is_written(string written, string value) =>
        Assert.Equal(new CustomerFilter.Text(TextField.FirstName, TextMatch.Equal, value), Parse($"firstName:{written}"));

    [Theory]
    [InlineData("John", 0, "one of email, emailDomain, firstName, lastName, modifiedAt, modifiedSince, with a colon")]
    [InlineData("id:5", 3, "one of email, emailDomain, firstName, lastName, modifiedAt, modifiedSince, with a colon")]
    [InlineData("FirstName:John", 10, "one of email, emailDomain, firstName, lastName, modifiedAt, modifiedSince, with a colon")]
    [InlineData("firstName:", 10, "a value that is not empty, in quotation marks where it has spaces")]
    [InlineData("firstName:\"\"", 12, "a value that is not empty, in quotation marks where it has spaces")]
    [InlineData("firstName:\"John", 15, "a value that is not empty, in quotation marks where it has spaces")]
    [InlineData("(firstName:John", 15, "AND, OR or a closing parenthesis")]
    [InlineData("firstName:John)", 14, "AND, OR or the end")]
    [InlineData("firstName:John lastName:Doe", 15, "AND, OR or the end")]
    [InlineData("firstName:John ORlastName:Doe", 15, "AND, OR or the end")]
    [InlineData("firstName:John AND", 18, "one of email, emailDomain, firstName, lastName, modifiedAt, modifiedSince, with a colon")]
    [InlineData("email:(a OR)", 11, "a value that is not empty, in quotation marks where it has spaces")]
    [InlineData("modifiedAt:2013-11-20T00:00:00Z", 11, "a range in brackets")]
    [InlineData("modifiedAt:[2013 TO *]", 16, "a date and time such as 2013-11-20T00:00:00Z, or *")]
    [InlineData("modifiedAt:[* *]", 14, "TO")]
    [InlineData("modifiedAt:[* TO *", 18, "a closing bracket")]
    [InlineData("modifiedAt:[* TO ]", 17, "a value that is not empty, in quotation marks where it has spaces")]
    [InlineData("modifiedSince:2013-11-20T00:00:00.5Z", 36, "a date and time such as 2013-11-20T00:00:00Z")]
    public void What_is_no_query_is_refused_with_the_place(string query, int position, string expected)
    {
        var problem = Assert.Single(Refused(query).Problems);

        Assert.Equal(("query", $"not readable from character {position} on: expected {expected}", query), (problem.Path, problem.Message, problem.Rejected));
    }

    [Fact]
    public void A_query_has_at_most_16_parentheses_in_each_other_and_50_values()
    {
        Assert.Equal(John, Parse($"{new string('(', 16)}firstName:John{new string(')', 16)}"));
        Assert.Contains("at most 16 parentheses", Refused($"{new string('(', 17)}firstName:John{new string(')', 17)}").Problems[0].Message, StringComparison.Ordinal);

        Assert.IsType<CustomerFilter.Some>(Parse(string.Join(" OR ", Enumerable.Repeat("firstName:John", 50))));
        Assert.Contains("at most 50 values", Refused(string.Join(" OR ", Enumerable.Repeat("firstName:John", 51))).Problems[0].Message, StringComparison.Ordinal);
    }

    private static CustomerFilter.Time From(DateTimeOffset at) => new(TimeField.UpdatedAt, Comparison.GreaterOrEqual, at);

    private static CustomerFilter Parse(string query) =>
        HelpScoutQuery.Parse(query).Match(filter => filter, failure => throw new InvalidOperationException(failure.Problems[0].Message));

    private static Failure Refused(string query) =>
        HelpScoutQuery.Parse(query).Match(filter => throw new InvalidOperationException($"{filter}"), failure => failure);
}
