using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// A position in a tenant's list as an opaque text: time, id and a check, 32 bytes in base64url. The check tells what no list of this tenant
/// gave; it keeps nothing secret, since whoever makes one up sees no more than a list shows.
/// </summary>
internal static class CustomerCursor
{
    private const int IdLength = 16;
    private const int PositionLength = sizeof(long) + IdLength;
    private const int CheckLength = 8;

    /// <summary>The cursor of a position; null stays null.</summary>
    /// <param name="tenantId">Whose list it is in.</param>
    /// <param name="position">The position.</param>
    [return: NotNullIfNotNull(nameof(position))]
    public static string? Write(Guid tenantId, CustomerPosition? position)
    {
        if (position is null)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[PositionLength + CheckLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, position.CreatedAt.UtcTicks);
        position.Id.TryWriteBytes(bytes[sizeof(long)..], bigEndian: true, out _);
        WriteCheck(tenantId, bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The position of a cursor; false where no list of the tenant can have given it.</summary>
    public static bool TryRead(string cursor, Guid tenantId, [NotNullWhen(true)] out CustomerPosition? position)
    {
        position = null;
        if (!Base64Url.IsValid(cursor, out var length) || length != PositionLength + CheckLength)
        {
            return false;
        }

        var bytes = Base64Url.DecodeFromChars(cursor);
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks)
        {
            return false;
        }

        var read = new CustomerPosition(
            new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes.AsSpan(sizeof(long), IdLength), bigEndian: true));
        position = Write(tenantId, read) == cursor ? read : null;
        return position is not null;
    }

    private static void WriteCheck(Guid tenantId, Span<byte> cursor)
    {
        Span<byte> hashed = stackalloc byte[IdLength + PositionLength];
        tenantId.TryWriteBytes(hashed, bigEndian: true, out _);
        cursor[..PositionLength].CopyTo(hashed[IdLength..]);
        SHA256.HashData(hashed).AsSpan(0, CheckLength).CopyTo(cursor[PositionLength..]);
    }
}
