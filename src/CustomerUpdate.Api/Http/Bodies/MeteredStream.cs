namespace CustomerUpdate.Api.Http;

/// <summary>Reads a body up to a limit, at which it ends as if the sender had stopped there: what reads it finds it cut off, and asks here why.</summary>
/// <param name="inner">The body.</param>
/// <param name="limit">The most bytes to read.</param>
internal sealed class MeteredStream(Stream inner, long limit) : Stream
{
    /// <summary>The most bytes to read. May grow while something is read that may be larger.</summary>
    public long Limit { get; set; } = limit;

    /// <summary>The bytes that were read.</summary>
    public long Count { get; private set; }

    /// <summary>Whether there were more bytes than the limit.</summary>
    public bool IsExceeded { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsExceeded)
        {
            return 0;
        }

        var read = await inner.ReadAsync(buffer, cancellationToken);
        Count += read;
        IsExceeded = Count > Limit;
        return IsExceeded ? 0 : read;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies are read asynchronously.");

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
