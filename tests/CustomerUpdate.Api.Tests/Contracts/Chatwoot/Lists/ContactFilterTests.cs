using System.Text;
using CustomerUpdate.Api.Contracts.Chatwoot;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>What a filter's conditions mean, and which of its faults is said.</summary>
public sealed class ContactFilterTests
{
    private const string QueryOperator = "Query operator must be either \"AND\" or \"OR\".";

    private static readonly DateOnly Today = new(2026, 1, 2);

    [Fact]
    public void No_condition_is_everybody() => Assert.Equal(CustomerFilter.None, Read("[]"));

    [Fact]
    public void Conditions_are_grouped_as_in_sql() => Assert.Equal(
        new CustomerFilter.Some(
        [
            new CustomerFilter.Every([Tagged("a")]),
            new CustomerFilter.Every([Tagged("b"), Tagged("c")]),
            new CustomerFilter.Every([Tagged("d")]),
        ]),
        Read($"[{Label("a", "\"OR\"")},{Label("b", "\"And\"")},{Label("c", "\"or\"")},{Label("d", "null")}]"));

    [Theory]
    [InlineData("\"XOR\"", "null")]
    [InlineData("\"\"", "null")]
    [InlineData("1", "null")]
    [InlineData("null", "null")]
    [InlineData("[\"AND\"]", "null")]
    [InlineData("\"AND\"", "\"AND\"")]
    [InlineData("\"AND\"", "\"OR\"")]
    public void Conditions_are_joined_by_and_or_or_and_the_last_by_nothing(string first, string last) =>
        Assert.Equal(QueryOperator, Refusal($"[{Label("a", first)},{Label("b", last)}]"));

    [Fact]
    public void What_joins_conditions_is_looked_at_before_all_else() =>
        Assert.Equal(QueryOperator, Refusal($$"""[{"attribute_key":"nonsense"},{{Label("b", "null")}}]"""));

    [Theory]
    [InlineData("""[{"attribute_key":"blocked","filter_operator":"contains","values":[]}]""", "Invalid operator. The allowed operators for blocked are [equal_to,not_equal_to].")]
    [InlineData("""[{"attribute_key":"nonsense","filter_operator":"equal_to","values":[]}]""", "Invalid value. The values provided for nonsense are invalid")]
    [InlineData("""[{"attribute_key":"nonsense","filter_operator":"nonsense","values":["x"]}]""", "Invalid attribute key - [nonsense].")]
    [InlineData("""[{"attribute_key":"nonsense","filter_operator":"is_present"}]""", "Invalid attribute key - [nonsense].")]
    [InlineData("""[{"attribute_key":"plan","values":["x"]}]""", "Invalid operator. The allowed operators for plan are [")]
    [InlineData("""[{"values":["x"]}]""", "Invalid attribute key - [].")]
    [InlineData("""["nonsense"]""", "Invalid value. The values provided for  are invalid")]
    [InlineData("[{}]", "Invalid value. The values provided for  are invalid")]
    public void The_first_fault_is_said_operator_value_and_key(string conditions, string message) =>
        Assert.StartsWith(message, Refusal(conditions), StringComparison.Ordinal);

    [Fact]
    public void Nulls_among_the_conditions_are_taken_out() => Assert.Equal(CustomerFilter.None, Read("[null,null]"));

    [Theory]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("null")]
    [InlineData("false")]
    [InlineData("\"  \"")]
    [InlineData("{}")]
    [InlineData("[[\"x\"]]")]
    [InlineData("[\"x\",{\"y\":1}]")]
    public void Blank_values_and_nested_ones_are_none(string values) =>
        Assert.StartsWith("Invalid value.", Refusal($$"""[{"attribute_key":"name","filter_operator":"contains","values":{{values}}}]"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("[1.50]", "1.5")]
    [InlineData("[1e2]", "100")]
    [InlineData("true", "true")]
    [InlineData("[false]", "false")]
    [InlineData("[null,\" x \"]", " x ")]
    [InlineData("[\"\"]", "")]
    public void Values_are_texts(string values, string text) => Assert.Equal(
        Together(new CustomerFilter.Text(TextField.Name, TextMatch.Equal, text)),
        Read($$"""[{"attribute_key":"name","filter_operator":"equal_to","values":{{values}}}]"""));

    [Fact]
    public void Days_are_whole_and_in_utc()
    {
        var start = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(Together(new CustomerFilter.Time(TimeField.CreatedAt, Comparison.Less, start)), Created("is_less_than", "2026-01-02"));
        Assert.Equal(Together(new CustomerFilter.Time(TimeField.CreatedAt, Comparison.GreaterOrEqual, start.AddDays(1))), Created("is_greater_than", "2026-01-02"));
        Assert.Equal(Together(new CustomerFilter.Time(TimeField.CreatedAt, Comparison.Less, start.AddDays(-3))), Created("days_before", "3"));
        Assert.Equal(Together(new CustomerFilter.Some([])), Created("is_greater_than", "9999-12-31"));
    }

    [Theory]
    [InlineData("is_less_than", "2026-1-2")]
    [InlineData("is_less_than", "02/01/2026")]
    [InlineData("is_less_than", "2026-01-02 and so on")]
    [InlineData("is_less_than", "1767312000")]
    [InlineData("is_less_than", "２０２６-01-02")]
    [InlineData("days_before", "-1")]
    [InlineData("days_before", "1.5")]
    [InlineData("days_before", "36501")]
    [InlineData("days_before", "99999999999")]
    public void What_is_no_day_is_invalid(string with, string value) => Assert.StartsWith(
        "Invalid value.", Refusal($$"""[{"attribute_key":"created_at","filter_operator":"{{with}}","values":["{{value}}"]}]"""), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "")]
    [InlineData("name", "Name+")]
    [InlineData("-name, city ,-name,x", "Name- City+")]
    [InlineData("-", "")]
    public void An_order_is_read_key_by_key(string? sort, string order) => Assert.Equal(
        order, string.Join(' ', ContactOrder.Read(sort).Select(step => $"{step.Field}{(step.IsDescending ? '-' : '+')}")));

    private static CustomerFilter Created(string with, string value) =>
        Read($$"""[{"attribute_key":"created_at","filter_operator":"{{with}}","values":["{{value}}"]}]""");

    private static CustomerFilter.Every Together(params CustomerFilter[] conditions) => new(conditions.ToValueList());

    private static CustomerFilter.Tagged Tagged(string tag) => new(tag);

    private static string Label(string tag, string join) =>
        $$"""{"attribute_key":"labels","filter_operator":"equal_to","values":["{{tag}}"],"query_operator":{{join}},"attribute_model":"standard"}""";

    private static CustomerFilter Read(string conditions)
    {
        Assert.False(Result(conditions).TryFailure(out var read, out var failure), failure is null ? "" : failure.Problems[0].Message);
        return read!;
    }

    private static string Refusal(string conditions)
    {
        Assert.True(Result(conditions).TryFailure(out _, out var failure), "It was read.");
        return failure!.Problems.Single().Message;
    }

    private static Core.Updates.Result<CustomerFilter> Result(string conditions)
    {
        Assert.False(JsonSyntax.Check(Encoding.UTF8.GetBytes($$"""{ "payload": {{conditions}} }""")).TryFailure(out var body, out _), "The test's JSON is broken.");
        return new ContactFilter(new HashSet<string> { "plan" }, Today).Read(ChatwootFilterRequest.Parse(body!).Payload.Value);
    }
}
