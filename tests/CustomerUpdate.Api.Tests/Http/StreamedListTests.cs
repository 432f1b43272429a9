using System.IO.Pipelines;
using System.Text;
using CustomerUpdate.Api.Contracts.Trillet;
using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Tests.Http;

public sealed class StreamedListTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(250)]
    public async Task Is_one_JSON_array(int count)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));

        await StreamedList.WriteAsync(pipe.Writer, ItemsAsync(count), TrilletJson.Default.TrilletMessage, CancellationToken.None);

        Assert.Equal($"[{string.Join(',', Enumerable.Range(0, count).Select(id => $$"""{"_id":"{{id}}"}"""))}]", await ReadAsync(pipe));
    }

    // So that the boundary can still answer in the contract's words.
    [Fact]
    public async Task Nothing_is_written_where_not_even_the_first_item_can_be_read()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => StreamedList.WriteAsync(pipe.Writer, ItemsAsync(-1), TrilletJson.Default.TrilletMessage, CancellationToken.None));

        Assert.Equal("", await ReadAsync(pipe));
    }

    private static async Task<string> ReadAsync(Pipe pipe)
    {
        await pipe.Writer.CompleteAsync();
        using var reader = new StreamReader(pipe.Reader.AsStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private static async IAsyncEnumerable<TrilletMessage> ItemsAsync(int count)
    {
        await Task.CompletedTask;
        if (count < 0)
        {
            throw new InvalidOperationException("The first item cannot be read.");
        }

        for (var id = 0; id < count; id++)
        {
            yield return new TrilletMessage($"{id}");
        }
    }
}
