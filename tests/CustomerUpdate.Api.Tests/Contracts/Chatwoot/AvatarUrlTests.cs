using CustomerUpdate.Api.Contracts.Chatwoot;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>What is the address of a picture, and what is not.</summary>
public sealed class AvatarUrlTests
{
    [Theory]
    [InlineData("https://example.com/a.png")]
    [InlineData("http://example.com")]
    [InlineData("HTTPS://example.com:8443/a?b=c&d=%20#e")]
    [InlineData("http://192.168.0.7/a.png")]
    [InlineData("https://exämple.com/ä.png")]
    public void An_avatar_url_is_the_picture(string url) => Assert.Equal(url, AvatarUrl.Find(url));

    [Fact]
    public void White_space_around_an_avatar_url_is_not_part_of_it() =>
        Assert.Equal("https://example.com/a.png", AvatarUrl.Find(" https://example.com/a.png\n"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("picture.png")]
    [InlineData("/a.png")]
    [InlineData("//example.com/a.png")]
    [InlineData("ftp://example.com/a.png")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("http://")]
    [InlineData("http:example.com")]
    [InlineData("https://example.com/a b.png")]
    [InlineData("https://example.com/a\tb.png")]
    public void Anything_else_is_ignored(string? text) => Assert.Null(AvatarUrl.Find(text));
}
