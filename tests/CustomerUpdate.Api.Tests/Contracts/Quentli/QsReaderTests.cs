using CustomerUpdate.Api.Contracts.Quentli;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

public sealed class QsReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("?", "")]
    [InlineData("&&", "")]
    [InlineData("a", "a=")]
    [InlineData("?a=b", "a=b")]
    [InlineData("a=b=c", "a=b=c")]
    [InlineData("a=%41%20+%2B", "a=A  +")]
    [InlineData("a=%C3%A9%F0%9F%98%80", "a=é😀")]
    [InlineData("a=%C3%28&b=%zz&c=%", "a=%C3(;b=%zz;c=%")]
    [InlineData("name[contains]=john", "name.contains=john")]
    [InlineData("name%5Bcontains%5D=john&name%5Bequals%5D=x", "name.contains=john;name.equals=x")]
    [InlineData("OR[0][a]=1&OR[1][a]=2&OR[0][b]=3", "OR.0.a=1;OR.0.b=3;OR.1.a=2")]
    [InlineData("OR[][a]=1&OR[][a]=2", "OR.0.a=1;OR.1.a=2")]
    [InlineData("filter=name[contains]=john", "filter=name[contains]=john")]
    [InlineData("a[b=c]=d", "a.b=c=d")]
    [InlineData("a[b=c", "a[b=c")]
    [InlineData("a[b]c=d&[x]=1&]=2", "a[b]c=d;[x]=1;]=2")]
    [InlineData("=x&a=1", "a=1")]
    public void A_query_is_read(string query, string expected)
    {
        Assert.False(QsReader.Read(query, "query").TryFailure(out var read, out _));
        Assert.Equal(expected, string.Join(';', Lines(read, "")));
    }

    [Theory]
    [InlineData("a=1&a=2", true)]
    [InlineData("a=1&a[b]=2", true)]
    [InlineData("a[b]=2&a=1", true)]
    [InlineData("a[b]=2&a[c]=1", false)]
    [InlineData("a[]=2&a[]=1", false)]
    public void What_is_said_twice_is_ambiguous(string query, bool expected)
    {
        Assert.False(QsReader.Read(query, "query").TryFailure(out var read, out _));
        Assert.Equal(expected, read.Find("a")!.IsAmbiguous);
    }

    [Fact]
    public void There_is_a_deepest_level()
    {
        var deepest = "a" + string.Concat(Enumerable.Repeat("[b]", QsReader.MaximumDepth - 1));

        Assert.False(QsReader.Read($"{deepest}=1", "query").TryFailure(out _, out _));
        AssertRefused($"{deepest}[b]=1", "levels");
    }

    [Fact]
    public void There_is_a_greatest_number_of_parameters()
    {
        var most = string.Join('&', Enumerable.Repeat("a[]=1", QsReader.MaximumParameters));

        Assert.False(QsReader.Read(most, "query").TryFailure(out _, out _));
        AssertRefused($"{most}&a[]=1", "parameters");
    }

    [Fact]
    public void A_character_that_no_database_holds_is_refused() => AssertRefused("a=%00", "U+0000");

    private static void AssertRefused(string query, string word)
    {
        Assert.True(QsReader.Read(query, "filter").TryFailure(out _, out var failure));
        var problem = Assert.Single(failure.Problems);
        Assert.Equal("filter", problem.Path);
        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines(QsNode node, string path) => node.Members.SelectMany(member => member.Value switch
    {
        { Text: { } text } => [$"{path}{member.Key}={text}"],
        var inner => Lines(inner, $"{path}{member.Key}."),
    });
}
