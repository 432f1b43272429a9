using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CustomerUpdate.Api.Tests.Hub.Transfer;

/// <summary>The lines of an answer in chunks (RFC 9112, section 7.1) as they come; a line may lie in several chunks.</summary>
internal sealed class ChunkedLines(NetworkStream stream)
{
    private readonly StringBuilder text = new();
    private bool isPastHead;

    /// <summary>The next line of the body.</summary>
    /// <exception cref="EndOfStreamException">The answer ended.</exception>
    public async Task<string> NextAsync(CancellationToken cancellationToken)
    {
        while (!isPastHead)
        {
            isPastHead = (await ReadLineAsync(cancellationToken)).Length == 0;
        }

        while (!text.ToString().Contains('\n', StringComparison.Ordinal))
        {
            await ReadChunkAsync(cancellationToken);
        }

        var line = text.ToString().Split('\n')[0];
        text.Remove(0, line.Length + 1);
        return line;
    }

    private async Task ReadChunkAsync(CancellationToken cancellationToken)
    {
        var size = int.Parse(await ReadLineAsync(cancellationToken), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var chunk = new byte[size];
        await stream.ReadExactlyAsync(chunk, cancellationToken);
        await ReadLineAsync(cancellationToken);
        text.Append(size > 0 ? Encoding.UTF8.GetString(chunk) : throw new EndOfStreamException("The answer ended."));
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var next = new byte[1];
        while (next[0] != '\n')
        {
            await stream.ReadExactlyAsync(next, cancellationToken);
            line.Append((char)next[0]);
        }

        return line.ToString().TrimEnd();
    }
}
