using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace CustomerUpdate.Api.Hub;

/// <summary>Reads text line by line as it comes, one line in memory at a time.</summary>
internal static class NdjsonLines
{
    /// <summary>The lines, without their ends; null stands for a line that is longer than <paramref name="limit"/>, of which nothing was kept.</summary>
    /// <param name="input">The text. The last line needs no end.</param>
    /// <param name="limit">The most bytes a line may have.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async IAsyncEnumerable<byte[]?> ReadAsync(
        PipeReader input, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isTooLong = false;
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                var line = rest.Slice(0, end);
                yield return isTooLong || line.Length > limit ? null : line.ToArray();
                isTooLong = false;
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            if (read.IsCompleted)
            {
                if (isTooLong || !rest.IsEmpty)
                {
                    yield return isTooLong || rest.Length > limit ? null : rest.ToArray();
                }

                input.AdvanceTo(read.Buffer.End);
                yield break;
            }

            isTooLong |= rest.Length > limit;
            input.AdvanceTo(isTooLong ? rest.End : rest.Start, rest.End);
        }
    }
}
