using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json.Serialization.Metadata;

namespace CustomerUpdate.Api.Http;

/// <summary>A JSON array that is written while its items are read: however long it is, the host holds a few of them.</summary>
internal static class StreamedList
{
    private const int FlushEvery = 100;

    /// <summary>The answer with such a list.</summary>
    public static Answer Of<T>(IAsyncEnumerable<T> items, JsonTypeInfo<T> type) => new(StatusCodes.Status200OK)
    {
        ContentType = Answer.Json,
        Writer = (output, cancellationToken) => WriteAsync(output, items, type, cancellationToken),
    };

    /// <summary>Writes all of it; reads no further than the reader of the output takes.</summary>
    public static async Task WriteAsync<T>(
        PipeWriter output, IAsyncEnumerable<T> items, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        // Nothing is written before the first item is there: where it cannot be read, another answer is still possible.
        var written = 0L;
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            output.Write(written == 0 ? "["u8 : ","u8);
            Answer.Write(output, item, type);
            if (++written % FlushEvery == 0)
            {
                await output.FlushAsync(cancellationToken);
            }
        }

        output.Write(written == 0 ? "[]"u8 : "]"u8);
        await output.FlushAsync(cancellationToken);
    }
}
