using System.ComponentModel;
using System.Diagnostics;

namespace CustomerUpdate.Api.Tests.Databases;

/// <summary>A throw-away server in a container.</summary>
internal static class PostgresContainer
{
    // $1 = the container's name, $2 = port; then the server's options. As in PostgresBinaries, `cat` returns when the test process is gone.
    private const string Script = """
        trap '' HUP INT TERM
        name=$1 port=$2
        shift 2
        exec 3<&0
        docker run --rm --name "$name" -p "127.0.0.1:$port:5432" -e POSTGRES_HOST_AUTH_METHOD=trust postgres:17 "$@" </dev/null 3<&- &
        container=$!
        { cat <&3 >/dev/null; docker rm --force --volumes "$name"; } >/dev/null 2>&1 &
        wait "$container"
        """;

    /// <summary>A launch with Docker, or null when its daemon does not answer.</summary>
    public static async Task<PostgresLaunch?> FindLaunchAsync()
    {
        if (OperatingSystem.IsWindows() || !await IsRunningAsync())
        {
            return null;
        }

        return new PostgresLaunch(
            "postgres:17 in Docker",
            port => ["sh", "-c", Script, "cu-postgres", $"cu-postgres-{Guid.NewGuid():N}", $"{port}", .. PostgresLaunch.ServerOptions],
            TimeSpan.FromMinutes(5)); // The first run pulls the image.
    }

    private static async Task<bool> IsRunningAsync()
    {
        try
        {
            using var docker = Process.Start(new ProcessStartInfo("docker", ["info", "--format", "{{.ServerVersion}}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            await docker.WaitForExitAsync(deadline.Token);
            return docker.ExitCode == 0;
        }
        catch (Exception e) when (e is Win32Exception or OperationCanceledException)
        {
            return false; // There is no docker command, or its daemon hangs.
        }
    }
}
