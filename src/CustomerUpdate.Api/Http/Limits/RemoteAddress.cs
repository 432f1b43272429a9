using System.Net;

namespace CustomerUpdate.Api.Http.Limits;

/// <summary>Whom an address tells from others.</summary>
internal static class RemoteAddress
{
    private const int Ipv6Length = 16;
    private const int SubnetLength = 8; // of 64 bits: what one subscriber has at the least

    /// <summary>The address itself, or the /64 of an IPv6 address; null where the connection has none, as one through a Unix socket.</summary>
    public static IPAddress? SubscriberOf(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
        {
            return address.MapToIPv4();
        }

        Span<byte> bytes = stackalloc byte[Ipv6Length];
        if (address is null || !address.TryWriteBytes(bytes, out var written) || written < Ipv6Length)
        {
            return address;
        }

        bytes[SubnetLength..].Clear();
        return new IPAddress(bytes);
    }
}
