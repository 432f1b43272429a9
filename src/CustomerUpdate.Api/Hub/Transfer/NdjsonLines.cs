using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace CustomerUpdate.Api.Hub;

/// <summary>Reads text line by line as it comes: no further ahead than what has come, and never waiting for more than one line.</summary>
internal static class NdjsonLines
{
    /// <summary>
    /// The lines that have come each time, without their ends; null stands for a line that is longer than <paramref name="limit"/>, of which
    /// nothing was kept.
    /// </summary>
    /// <param name="input">The text. The last line needs no end.</param>
    /// <param name="limit">The most bytes a line may have.</param>
    /// <param name="most">The most lines at once.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async IAsyncEnumerable<IReadOnlyList<byte[]?>> ReadAsync(
        PipeReader input, int limit, int most, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = new List<byte[]?>();
        var isTooLong = false;
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                var line = rest.Slice(0, end);
                lines.Add(isTooLong || line.Length > limit ? null : line.ToArray());
                isTooLong = false;
                rest = rest.Slice(rest.GetPosition(1, end));
                if (lines.Count == most)
                {
                    yield return lines;
                    lines = [];
                }
            }

            if (read.IsCompleted && (isTooLong || !rest.IsEmpty))
            {
                lines.Add(isTooLong || rest.Length > limit ? null : rest.ToArray());
            }

            if (lines.Count > 0)
            {
                yield return lines;
                lines = [];
            }

            if (read.IsCompleted)
            {
                input.AdvanceTo(read.Buffer.End);
                yield break;
            }

            isTooLong |= rest.Length > limit;
            input.AdvanceTo(isTooLong ? rest.End : rest.Start, rest.End);
        }
    }
}
