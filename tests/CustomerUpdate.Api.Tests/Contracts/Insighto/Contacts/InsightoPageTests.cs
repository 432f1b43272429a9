using CustomerUpdate.Api.Contracts.Insighto;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto.Contacts;

public sealed class InsightoPageTests
{
    [Theory]
    [InlineData(null, null, 1, 50)]
    [InlineData("3", "20", 3, 20)]
    [InlineData("+2", "1_0", 2, 10)]
    [InlineData("1", "100", 1, 100)]
    [InlineData("9223372036854775807", "1", 9_223_372_036_854_775_807, 1)]
    public void A_page_is_the_first_of_fifty_where_nothing_else_is_asked(string? number, string? size, long expectedNumber, int expectedSize) =>
        Assert.Equal(new InsightoPage(expectedNumber, expectedSize), Read(number, size));

    [Theory]
    [InlineData("0", null, "greater_than_equal query.page")]
    [InlineData("-1", "0", "greater_than_equal query.page; greater_than_equal query.size")]
    [InlineData("x", "101", "int_parsing query.page; less_than_equal query.size")]
    [InlineData("", "1.5", "int_parsing query.page; int_parsing query.size")]
    [InlineData("9223372036854775808", null, "less_than_equal query.page")]
    public void All_that_is_wrong_is_said(string? number, string? size, string expected)
    {
        Assert.True(InsightoPage.Read(number, size).TryFailure(out _, out var failure));
        Assert.Equal(expected, string.Join("; ", failure.Problems.Select(problem => $"{problem.Code} {problem.Path}")));
    }

    [Theory]
    [InlineData(1, 50, 0)]
    [InlineData(3, 20, 40)]
    [InlineData(9_223_372_036_854_775_807, 100, int.MaxValue)]
    public void The_pages_before_are_passed_over(long number, int size, int skip) => Assert.Equal(skip, new InsightoPage(number, size).Skip);

    [Theory]
    [InlineData(1, 0, 0, null, null)]
    [InlineData(1, 10, 1, null, null)]
    [InlineData(1, 11, 2, null, 2L)]
    [InlineData(2, 25, 3, 1L, 3L)]
    [InlineData(3, 25, 3, 2L, null)]
    [InlineData(7, 25, 3, 6L, null)]
    public void Neighbours_end_where_the_pages_end(long number, long total, long pages, long? previous, long? next)
    {
        var page = new InsightoPage(number, 10);

        Assert.Equal((pages, previous, next), (page.PagesOf(total), page.Previous, page.NextOf(total)));
    }

    private static InsightoPage Read(string? number, string? size) =>
        InsightoPage.Read(number, size).Match(page => page, failure => throw new InvalidOperationException($"{failure.Kind}"));
}
