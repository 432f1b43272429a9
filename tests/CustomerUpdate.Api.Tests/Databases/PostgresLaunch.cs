using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CustomerUpdate.Api.Tests.Databases;

/// <summary>A way to start a throw-away server on the loopback interface.</summary>
/// <param name="Description">What is started, for the error when it does not.</param>
/// <param name="CommandFor">The command line that runs the server, given its port, until its standard input ends.</param>
/// <param name="Patience">How long it may take until it accepts connections.</param>
internal sealed record PostgresLaunch(string Description, Func<int, IReadOnlyList<string>> CommandFor, TimeSpan Patience)
{
    /// <summary>
    /// What both kinds of server run with. Durability is off: the data is thrown away with the server. Many hosts share it, hence the connections.
    /// </summary>
    public static IReadOnlyList<string> ServerOptions { get; } =
        ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=300"];

    /// <summary>Starts the server and waits until it accepts connections.</summary>
    /// <returns>The connection string of its superuser.</returns>
    /// <exception cref="InvalidOperationException">It stopped or did not accept connections in time; the message ends with its log.</exception>
    public async Task<string> StartAsync()
    {
        var port = FreePort();
        var connectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
        var process = TetheredProcess.Start(CommandFor(port));
        using var deadline = new CancellationTokenSource(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await AcceptsConnectionsAsync(connectionString))
        {
            if (process.HasExited || deadline.IsCancellationRequested)
            {
                process.Release();
                throw new InvalidOperationException(
                    $"{Description} {(process.HasExited ? "stopped" : $"did not accept connections within {Patience}")}. Its log ends:\n{process.LogTail}");
            }

            await pause.WaitForNextTickAsync();
        }

        return connectionString;
    }

    private static async Task<bool> AcceptsConnectionsAsync(string connectionString)
    {
        try
        {
            await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false;Timeout=5");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false; // Nobody listens yet, or "the database system is starting up".
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
