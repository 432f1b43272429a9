using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>A position in a list as an opaque text: time and id, 24 bytes in base64url.</summary>
internal static class CustomerCursor
{
    private const int IdLength = 16;
    private const int Length = sizeof(long) + IdLength;

    /// <summary>The cursor of a position; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(position))]
    public static string? Write(CustomerPosition? position)
    {
        if (position is null)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, position.CreatedAt.UtcTicks);
        position.Id.TryWriteBytes(bytes[sizeof(long)..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The position of a cursor; false where no list can have given it.</summary>
    public static bool TryRead(string cursor, [NotNullWhen(true)] out CustomerPosition? position)
    {
        position = null;
        if (!Base64Url.IsValid(cursor, out var length) || length != Length)
        {
            return false;
        }

        var bytes = Base64Url.DecodeFromChars(cursor);
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks)
        {
            return false;
        }

        position = new CustomerPosition(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes.AsSpan(sizeof(long)), bigEndian: true));
        return Write(position) == cursor;
    }
}
