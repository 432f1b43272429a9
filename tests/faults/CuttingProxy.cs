using System.Net;
using System.Net.Sockets;

namespace CustomerUpdate.Faults;

/// <summary>Stands between the host and its database, and cuts their connections.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int target;
    private readonly Lock gate = new();
    private readonly List<TcpClient> connected = [];
    private readonly Task accepting;

    /// <summary>Stands before a port.</summary>
    public CuttingProxy(int target)
    {
        this.target = target;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Resets every connection there is.</summary>
    public int Cut()
    {
        lock (gate)
        {
            var count = connected.Count;
            foreach (var client in connected)
            {
                client.LingerState = new LingerOption(enable: true, seconds: 0); // a reset, and no goodbye
                client.Close();
            }

            connected.Clear();
            return count;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        Cut();
        await accepting;
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptTcpClientAsync();
                _ = RelayAsync(near);
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // the end
        }
    }

    private async Task RelayAsync(TcpClient near)
    {
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, target);
            lock (gate)
            {
                connected.Add(near);
                connected.Add(far);
            }

            var (inner, outer) = (near.GetStream(), far.GetStream());
            await Task.WhenAny(inner.CopyToAsync(outer), outer.CopyToAsync(inner));
        }
        catch (Exception cut) when (cut is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // which is what it is for
        }
        finally
        {
            lock (gate)
            {
                connected.Remove(near);
                connected.Remove(far);
            }

            near.Dispose();
        }
    }
}
