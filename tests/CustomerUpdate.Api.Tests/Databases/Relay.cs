using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CustomerUpdate.Api.Tests.Databases;

/// <summary>A way to a PostgreSQL server that can be cut, and restored, or hang.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly string host;
    private readonly int port;
    private readonly ConcurrentBag<Socket> open = [];
    private readonly IPEndPoint address;
    private volatile TaskCompletionSource? hanging;
    private Socket listener;
    private Task accepting;

    private Relay(NpgsqlConnectionStringBuilder server)
    {
        (host, port) = (server.Host!, server.Port);
        listener = Listen(new IPEndPoint(IPAddress.Loopback, 0));
        address = (IPEndPoint)listener.LocalEndPoint!;
        accepting = AcceptAsync(listener);
        ConnectionString = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Host = "127.0.0.1", Port = address.Port }.ConnectionString;
    }

    /// <summary>How the server is reached through it.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes a way to a server.</summary>
    public static Relay To(string connectionString) => new(new NpgsqlConnectionStringBuilder(connectionString));

    /// <summary>Takes connections and passes nothing on any more, as a server does whose machine hangs.</summary>
    public void Hang() => hanging = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Passes on what has come meanwhile, and what comes.</summary>
    public void GoOn()
    {
        var ended = hanging;
        hanging = null;
        ended?.SetResult();
    }

    /// <summary>Ends all connections and takes no more.</summary>
    public void Cut()
    {
        GoOn();
        listener.Dispose();
        while (open.TryTake(out var socket))
        {
            socket.Dispose();
        }
    }

    /// <summary>Takes connections again, where it took them before.</summary>
    public void Restore()
    {
        listener = Listen(address);
        accepting = AcceptAsync(listener);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Cut();
        await accepting;
    }

    private static Socket Listen(IPEndPoint address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(address);
        socket.Listen();
        return socket;
    }

    private async Task AcceptAsync(Socket listening)
    {
        try
        {
            while (true)
            {
                var client = await listening.AcceptAsync();
                var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
                open.Add(client);
                open.Add(server);
                await server.ConnectAsync(host, port);
                _ = PumpAsync(client, server);
                _ = PumpAsync(server, client);
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[16384];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                await (hanging?.Task ?? Task.CompletedTask);
                await to.SendAsync(buffer.AsMemory(0, count));
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }
}
