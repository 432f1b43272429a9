namespace CustomerUpdate.Api.Tests.Databases;

/// <summary>A throw-away cluster from the server's own binaries.</summary>
internal static class PostgresBinaries
{
    // $1 = initdb, $2 = postgres, $3 = the folder that the cluster's is made in, $4 = port; then the server's options.
    // `cat` returns when the test process is gone, because then nobody holds the other end of our standard input. Signals that a terminal
    // sends to the whole group (Ctrl-C) are ignored, so that the folder is removed all the same. SIGQUIT is "immediate shutdown".
    private const string Script = """
        trap '' HUP INT TERM
        initdb=$1 postgres=$2 port=$4
        folder=$(mktemp -d "$3/cu-postgres-XXXXXX") || exit 1
        shift 4
        create() { "$initdb" -D "$folder/data" --username=postgres --auth=trust --encoding=UTF8 --locale="$1" --no-sync </dev/null; }
        if create C.UTF-8 || create C; then
          exec 3<&0
          "$postgres" -D "$folder/data" -h 127.0.0.1 -p "$port" -k "$folder" "$@" </dev/null 3<&- &
          server=$!
          { cat <&3 >/dev/null; kill -QUIT "$server"; } 2>/dev/null &
          wait "$server"
        fi
        rm -rf "$folder"
        """;

    /// <summary>A launch with the newest server on this machine, or null when there is none.</summary>
    public static PostgresLaunch? FindLaunch()
    {
        if (OperatingSystem.IsWindows() || FindFolder() is not { } bin)
        {
            return null;
        }

        return new PostgresLaunch(
            $"PostgreSQL from {bin}",
            port =>
            [
                .. UnprivilegedUser(),
                "sh", "-c", Script, "cu-postgres",
                Path.Combine(bin, "initdb"), Path.Combine(bin, "postgres"), Path.GetTempPath().TrimEnd('/'), $"{port}",
                .. PostgresLaunch.ServerOptions,
            ],
            TimeSpan.FromSeconds(60));
    }

    private static string? FindFolder()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

        // Debian keeps the server out of PATH, in a folder a major version.
        const string Debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [];
        return path
            .Concat(installed.OrderByDescending(MajorVersion).Select(version => Path.Combine(version, "bin")))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    private static int MajorVersion(string folder) => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0;

    // initdb and postgres refuse to run as root: the package's own user then runs them, or else nobody.
    private static string[] UnprivilegedUser()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return [];
        }

        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(user => user.Length > 3).ToLookup(user => user[0]);
        var user = users["postgres"].Concat(users["nobody"]).FirstOrDefault()
            ?? throw new InvalidOperationException("PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody to run it as.");
        return ["setpriv", $"--reuid={user[2]}", $"--regid={user[3]}", "--clear-groups"];
    }
}
