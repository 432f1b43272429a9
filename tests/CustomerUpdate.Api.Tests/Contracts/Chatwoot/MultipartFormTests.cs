using System.Text;
using CustomerUpdate.Api.Contracts.Chatwoot;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>Multipart forms.</summary>
public sealed class MultipartFormTests
{
    private const string ContentType = "multipart/form-data; boundary=XX";

    [Theory]
    [InlineData("Content-Disposition: form-data; name=\"name\"\r\n\r\nAda", """{"name":"Ada"}""")]
    [InlineData("Content-Disposition: form-data; name=name\r\n\r\nAda", """{"name":"Ada"}""")]
    [InlineData("Content-Disposition: form-data; name=\"a[b]\"\r\nContent-Type: text/plain\r\n\r\n1", """{"a":{"b":"1"}}""")]
    [InlineData("Content-Disposition: form-data; name=\"name\"\r\n\r\n", """{"name":""}""")]
    [InlineData("Content-Disposition: form-data; name=\"name\"\r\n\r\na\r\nb", """{"name":"a\r\nb"}""")]
    [InlineData(
        "Content-Disposition: form-data; name=\"avatar\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nx",
        """{"avatar":{"sha256":"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"}}""")]
    [InlineData("Content-Disposition: form-data; name=\"avatar\"; filename=\"\"\r\n\r\n", "{}")]
    [InlineData("Content-Disposition: form-data; name=\"name\"; filename=\"a.txt\"\r\n\r\nx", "{}")]
    [InlineData("X-Other: 1\r\n\r\nx", "{}")]
    public async Task A_part_is_a_parameter(string part, string json)
    {
        var read = await ReadAsync($"--XX\r\n{part}\r\n--XX--\r\n");

        Assert.False(read.TryFailure(out var parameters, out _));
        Assert.Equal(json, parameters!.Json.ToJsonString());
    }

    [Fact]
    public async Task A_file_is_passed_over_where_none_is_taken()
    {
        const string form = "--XX\r\nContent-Disposition: form-data; name=\"avatar\"; filename=\"a.png\"\r\n\r\nx\r\n--XX--\r\n";

        Assert.False((await ReadAsync(form)).TryFailure(out var taken, out _));
        Assert.False((await ReadAsync(form, takesFile: false)).TryFailure(out var passedOver, out _));

        Assert.Equal("x"u8.ToArray(), taken!.File!.Bytes.ToArray());
        Assert.Equal(("{}", null), (passedOver!.Json.ToJsonString(), passedOver.File));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name=Ada")]
    [InlineData("--XX\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nAda")]
    [InlineData("--XX\r\nbroken\r\n\r\nAda\r\n--XX--\r\n")]
    public async Task A_broken_form_is_malformed(string form) => AssertMalformed(await ReadAsync(form));

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=\"\"")]
    [InlineData("multipart/form-data; boundary=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_boundary_that_cannot_be_one_is_malformed(string contentType) =>
        AssertMalformed(await ReadAsync("--XX--\r\n", contentType));

    [Fact]
    public async Task What_is_not_utf8_is_malformed()
    {
        byte[] form = [.. "--XX\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n"u8, 0xC3, 0x28, .. "\r\n--XX--\r\n"u8];

        AssertMalformed(await MultipartForm.ReadAsync(new MemoryStream(form), ContentType, takesFile: true, CancellationToken.None));
    }

    private static Task<Result<FormParameters>> ReadAsync(string form, string contentType = ContentType, bool takesFile = true) =>
        MultipartForm.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(form)), contentType, takesFile, CancellationToken.None);

    private static void AssertMalformed(Result<FormParameters> read)
    {
        Assert.True(read.TryFailure(out _, out var failure));
        Assert.Equal(FailureKind.Malformed, failure!.Kind);
    }
}
