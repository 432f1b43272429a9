using System.IO.Pipelines;
using System.Text;
using CustomerUpdate.Api.Hub;

namespace CustomerUpdate.Api.Tests.Hub.Transfer;

/// <summary>Where lines end, however the text comes in.</summary>
public sealed class NdjsonLinesTests
{
    private const int Limit = 8;
    private const int Most = 2;

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a\n", "a")]
    [InlineData("a\nbc", "a|bc")]
    [InlineData("a\n\nb\n", "a||b")]
    [InlineData("12345678\n123456789\n1", "12345678|too long|1")]
    [InlineData("123456789", "too long")]
    [InlineData("1234567890123456789012345678901234567890\n12345678", "too long|12345678")]
    public async Task Ends_a_line_where_it_ends(string text, string lines)
    {
        foreach (var chunk in new[] { 1, 3, 1_000 })
        {
            Assert.Equal(lines, string.Join('|', await ReadAsync(text, chunk)));
        }
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(string text, int chunk)
    {
        var pipe = new Pipe();
        var writing = WriteAsync(pipe.Writer, Encoding.UTF8.GetBytes(text), chunk);
        var lines = new List<string>();
        await foreach (var arrived in NdjsonLines.ReadAsync(pipe.Reader, Limit, Most, CancellationToken.None))
        {
            Assert.InRange(arrived.Count, 1, Most);
            lines.AddRange(arrived.Select(line => line is null ? "too long" : Encoding.UTF8.GetString(line)));
        }

        await writing;
        return lines;
    }

    private static async Task WriteAsync(PipeWriter writer, byte[] text, int chunk)
    {
        foreach (var part in text.Chunk(chunk))
        {
            await writer.WriteAsync(part);
        }

        await writer.CompleteAsync();
    }
}
